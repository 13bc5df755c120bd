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
  {
    label: 'Wiedervorlagen und Gemerktes',
    below: 'Heute',
    link: '/heute/wiedervorlagen',
    permissions: ['reminder:own'],
  },
  {
    label: 'Kalender abonnieren',
    below: 'Termine',
    link: '/termine/abonnieren',
    permissions: ['meeting:read'],
  },
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
  { label: 'Argumente', below: 'Hinweise', link: '/hinweise/argumente', permissions: ['argument:read'] },
  { label: 'Briefe', below: 'Hinweise', link: '/hinweise/briefe', permissions: ['feedback:triage'] },
  {
    label: 'Gruppen von Hinweisen',
    below: 'Hinweise',
    link: '/hinweise/gruppen',
    permissions: ['argument:change'],
  },
  {
    label: 'Punktabfragen',
    below: 'Schwerpunkte & Empfehlungen',
    link: '/planung/punktabfragen',
    permissions: ['finding:read'],
  },
  {
    label: 'Handlungsschwerpunkte',
    below: 'Schwerpunkte & Empfehlungen',
    link: '/planung/schwerpunkte',
    permissions: ['recommendation:read'],
  },
  {
    label: 'Was führt wozu: die Matrix',
    below: 'Spur',
    link: '/planung/spur',
    permissions: ['finding:read'],
  },
  { label: 'Nachrichten', below: 'Netzwerke', link: '/nachrichten', permissions: ['message:write'] },
  {
    label: 'Partizipationsstruktur',
    below: 'Netzwerke',
    link: '/netzwerke/struktur',
    permissions: ['structure:read'],
  },
  {
    label: 'Verstetigung',
    below: 'Netzwerke',
    link: '/netzwerke/verstetigung',
    permissions: ['consolidation:read'],
  },
  {
    label: 'Verstetigung der Sozialplanung',
    below: 'Verstetigung',
    link: '/netzwerke/verstetigung/sozialplanung',
    permissions: ['consolidation:read'],
  },
  {
    label: 'Kriterien der Verstetigung',
    below: 'Einstellungen',
    link: '/einstellungen/verstetigung',
    permissions: ['lists:change'],
  },
  {
    label: 'Kalender der Lieferungen',
    below: 'Schnittstellen',
    link: '/planung/schnittstellen/kalender',
    permissions: ['data-request:read'],
  },
  {
    label: 'Fachplanungen',
    below: 'Schnittstellen',
    link: '/planung/schnittstellen/fachplanungen',
    permissions: ['data-request:read'],
  },
  {
    label: 'Schnittstellenbeschreibung',
    below: 'Schnittstellen',
    link: '/planung/schnittstellen/beschreibung',
    permissions: ['data-request:read'],
  },
  {
    label: 'Vorlagen',
    below: 'Gremien & Beschlüsse',
    link: '/planung/vorlagen',
    permissions: ['paper:read'],
  },
  {
    label: 'Beschlusskontrolle',
    below: 'Gremien & Beschlüsse',
    link: '/planung/beschlusskontrolle',
    permissions: ['paper:read'],
  },
  {
    label: 'Offene Enden',
    below: 'Spur & offene Enden',
    link: '/planung/offene-enden',
    permissions: ['finding:read'],
  },
  {
    label: 'Wer wurde gehört?',
    below: 'Spur & offene Enden',
    link: '/planung/gehoert',
    permissions: ['finding:change'],
  },
  {
    label: 'Jahresbriefe',
    below: 'Maßnahmen',
    link: '/planung/jahresbriefe',
    permissions: ['year-letter:send'],
  },
  {
    label: 'Zeitstrahl der Maßnahmen',
    below: 'Maßnahmen',
    link: '/planung/massnahmen/zeitstrahl',
    permissions: ['measure:read'],
  },
  {
    label: 'Kosten der Maßnahmen',
    below: 'Maßnahmen',
    link: '/planung/massnahmen/kosten',
    permissions: ['measure:read'],
  },
  {
    label: 'Maßnahmen mit einer Liste ändern',
    below: 'Maßnahmen',
    link: '/planung/massnahmen/abgleich',
    permissions: ['measure:change'],
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
    label: 'Stand des Posteingangs',
    below: 'Einstellungen',
    link: '/einstellungen/posteingang',
    permissions: ['settings:change'],
  },
  {
    label: 'Nicht erreichbare Adressen',
    below: 'Akteure & Angebote',
    link: '/akteure/personen/unzustellbar',
    permissions: ['person:change'],
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
    label: 'Ferien und Sitzungswochen',
    below: 'Einstellungen',
    link: '/einstellungen/kalender',
    permissions: ['lists:change'],
  },
  {
    label: 'Textbausteine',
    below: 'Einstellungen',
    link: '/einstellungen/textbausteine',
    permissions: ['lists:change'],
  },
  { label: 'Meine Schritte', below: 'Planung', link: '/planung/meine-schritte', permissions: ['cycle:read'] },
  { label: 'Bauplan', below: 'Planung', link: '/planung/bauplan', permissions: ['cycle:read'] },
  { label: 'Mein Konto', below: '', link: '/konto', permissions: ['account:own'] },
];
