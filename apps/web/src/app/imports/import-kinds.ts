/** Where a list that can be taken over belongs: what the first page says, and where its objects are found. */
export interface ImportKind {
  target: string;
  what: string;
  places: readonly { label: string; button: string; link: string }[];
}

const actors: ImportKind = {
  target: 'actors',
  what: 'Organisationen und Menschen',
  places: [
    { label: 'Organisationen', button: 'Zu den Organisationen', link: '/akteure/organisationen' },
    { label: 'Personen', button: 'Zu den Personen', link: '/akteure/personen' },
  ],
};

const kinds: readonly ImportKind[] = [
  actors,
  {
    target: 'feedback',
    what: 'Hinweise, etwa die Antworten einer Befragung,',
    places: [{ label: 'Hinweise', button: 'Zu den Hinweisen', link: '/hinweise' }],
  },
  {
    target: 'recommendations',
    what: 'Empfehlungen früherer Pläne mit dem, was daraus wurde,',
    places: [{ label: 'Empfehlungen', button: 'Zu den Empfehlungen', link: '/planung/empfehlungen' }],
  },
];

/** Organisations and people unless it is said otherwise. */
export function importKind(target: string | undefined): ImportKind {
  return kinds.find((it) => it.target === target) ?? actors;
}
