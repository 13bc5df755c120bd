import type { Permission } from '@runder-tisch/domain/accounts';

export interface NewThing {
  label: string;
  link: string;
  query: Record<string, string>;
  permission: Permission;
  /** Made less often: found by Ctrl K, and not in the way in "+ Neu". */
  seldom?: boolean;
}

/** One of "+ Neu"; each opens the form on the page where the new thing will stand. */
export const newThings: readonly NewThing[] = [
  { label: 'Termin', link: '/termine/neu', query: {}, permission: 'meeting:plan' },
  { label: 'Nachricht', link: '/nachrichten/neu', query: {}, permission: 'message:write' },
  { label: 'Format', link: '/beteiligung/formate/neu', query: {}, permission: 'format:change' },
  { label: 'Hinweis', link: '/hinweise', query: { neu: '1' }, permission: 'feedback:enter' },
  { label: 'Brief', link: '/hinweise/briefe', query: { neu: '1' }, permission: 'feedback:enter' },
  { label: 'Hinweis geben', link: '/hinweise/geben', query: {}, permission: 'feedback:voice' },
  { label: 'Aufgabe', link: '/heute/aufgaben', query: { neu: '1' }, permission: 'task:change' },
  { label: 'Netzwerk', link: '/netzwerke', query: { neu: '1' }, permission: 'network:change' },
  {
    label: 'Organisation',
    link: '/akteure/organisationen',
    query: { neu: '1' },
    permission: 'organisation:change',
  },
  { label: 'Person', link: '/akteure/personen', query: { neu: '1' }, permission: 'person:change' },
  {
    label: 'Befund',
    link: '/planung/befunde',
    query: { neu: '1' },
    permission: 'finding:change',
    seldom: true,
  },
  {
    label: 'Handlungsschwerpunkt',
    link: '/planung/schwerpunkte',
    query: { neu: '1' },
    permission: 'finding:change',
    seldom: true,
  },
  {
    label: 'Handlungsempfehlung',
    link: '/planung/empfehlungen',
    query: { neu: '1' },
    permission: 'finding:change',
    seldom: true,
  },
  {
    label: 'Maßnahme',
    link: '/planung/massnahmen',
    query: { neu: '1' },
    permission: 'measure:change',
    seldom: true,
  },
  {
    label: 'Argument',
    link: '/hinweise/argumente',
    query: { neu: '1' },
    permission: 'argument:change',
    seldom: true,
  },
  {
    label: 'Punktabfrage',
    link: '/planung/punktabfragen',
    query: { neu: '1' },
    permission: 'prioritisation:run',
    seldom: true,
  },
  {
    label: 'Vorlage',
    link: '/planung/vorlagen',
    query: { neu: '1' },
    permission: 'paper:change',
    seldom: true,
  },
  {
    label: 'Entscheidung',
    link: '/planung/entscheidungen',
    query: { neu: '1' },
    permission: 'decision:change',
    seldom: true,
  },
  {
    label: 'Datenanforderung',
    link: '/daten/lieferungen',
    query: { neu: '1' },
    permission: 'data-request:change',
    seldom: true,
  },
  {
    label: 'Indikator',
    link: '/daten/indikatoren',
    query: { neu: '1' },
    permission: 'indicator:change',
    seldom: true,
  },
  {
    label: 'Konto',
    link: '/einstellungen/konten',
    query: { neu: '1' },
    permission: 'account:manage',
    seldom: true,
  },
];
