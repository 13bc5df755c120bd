import type { Permission } from '@runder-tisch/domain/accounts';

/** Pages without an entry in the navigation, by the names people look for them: Ctrl K leads there. */
export const otherPages: readonly {
  label: string;
  /** Where it is reached otherwise. */
  below: string;
  link: string;
  /** All of these are needed. */
  permissions: readonly Permission[];
}[] = [
  { label: 'Aufgaben', below: 'Heute', link: '/heute/aufgaben', permissions: ['task:read'] },
  { label: 'Orte', below: 'Einstellungen', link: '/termine/orte', permissions: ['place:change'] },
  {
    label: 'Verteilerliste einfügen',
    below: 'Personen',
    link: '/akteure/personen/verteiler',
    permissions: ['person:change'],
  },
  {
    label: 'Bibliothek der Formate',
    below: 'Formate',
    link: '/beteiligung/formate/bibliothek',
    permissions: ['format:read'],
  },
  {
    label: 'Wörter für Vorschläge',
    below: 'Einstellungen',
    link: '/planung/vorschlagswoerter',
    permissions: ['lists:change'],
  },
  {
    label: 'Gemeinden und Planungsräume',
    below: 'Einstellungen',
    link: '/einstellungen/gemeinden',
    permissions: ['lists:change'],
  },
  {
    label: 'Konten',
    below: 'Einstellungen',
    link: '/einstellungen/konten',
    permissions: ['lists:change', 'account:manage'],
  },
  {
    label: 'Kategorien und Zielgruppen',
    below: 'Einstellungen',
    link: '/einstellungen/angebote',
    permissions: ['lists:change'],
  },
  {
    label: 'Suche und Notrufnummern',
    below: 'Einstellungen',
    link: '/einstellungen/suche',
    permissions: ['lists:change'],
  },
  {
    label: 'Mitreden',
    below: 'Einstellungen',
    link: '/einstellungen/mitreden',
    permissions: ['lists:change', 'settings:change'],
  },
  {
    label: 'Landkreis und Absender',
    below: 'Einstellungen',
    link: '/einstellungen/landkreis',
    permissions: ['lists:change', 'settings:change'],
  },
  {
    label: 'Impressum und Texte',
    below: 'Einstellungen',
    link: '/einstellungen/texte',
    permissions: ['lists:change', 'settings:change'],
  },
  {
    label: 'Textbausteine',
    below: 'Einstellungen',
    link: '/einstellungen/textbausteine',
    permissions: ['lists:change'],
  },
  { label: 'Mein Konto', below: '', link: '/konto', permissions: ['account:own'] },
];
