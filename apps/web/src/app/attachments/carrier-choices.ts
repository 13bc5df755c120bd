/** Kinds that carry Unterlagen, as people call them; the API says the same of each row. */
export const carrierChoices: readonly { value: string; label: string }[] = [
  { value: 'meeting', label: 'Terminen und Sitzungen' },
  { value: 'network', label: 'Netzwerken' },
  { value: 'committee', label: 'Gremien' },
  { value: 'format', label: 'Formaten' },
  { value: 'organisation', label: 'Organisationen' },
  { value: 'feedback', label: 'Hinweisen' },
  { value: 'paper', label: 'Vorlagen' },
  { value: 'cycle', label: 'Zyklen' },
];
