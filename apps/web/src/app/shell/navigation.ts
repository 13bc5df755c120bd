import {
  mdiBankOutline,
  mdiCalendarMonthOutline,
  mdiChartBoxOutline,
  mdiClipboardTextOutline,
  mdiCogOutline,
  mdiCommentTextMultipleOutline,
  mdiCompassOutline,
  mdiDomain,
  mdiEmailFastOutline,
  mdiEmailOpenOutline,
  mdiFlagCheckered,
  mdiForumOutline,
  mdiGraphOutline,
  mdiHandHeartOutline,
  mdiHomeVariantOutline,
} from '@mdi/js';
import type { Permission, Role } from '@runder-tisch/domain/accounts';

export interface NavigationEntry {
  label: string;
  /** Where there is little room: below the page on a phone. */
  short?: string;
  icon: string;
  link: string;
  /** Pages beside it, reached by tabs: there the entry is lit as well. */
  beside?: readonly string[];
  /** Shown to whom holds one of these. */
  permissions: readonly Permission[];
  /** Shown only to these; without it to everybody who may. */
  roles?: readonly Role[];
  /** Not shown to these, who have the same page under another name. */
  notFor?: readonly Role[];
  /** What stands below while one is there. */
  children?: readonly NavigationChild[];
}

export interface NavigationChild {
  label: string;
  link: string;
  /** Pages beside it, reached by tabs: there the entry is lit as well. */
  beside?: readonly string[];
  permissions: readonly Permission[];
}

const office: readonly Role[] = ['admin', 'planner', 'coordinator'];

/** The left navigation. What a person may not open is not shown. */
export const navigation: readonly NavigationEntry[] = [
  {
    label: 'Heute',
    icon: mdiHomeVariantOutline,
    link: '/heute',
    permissions: ['task:read'],
    roles: office,
  },
  {
    label: 'Übersicht',
    icon: mdiHomeVariantOutline,
    link: '/uebersicht',
    permissions: ['feedback:voice', 'overview:read'],
  },
  {
    label: 'Unsere Angebote',
    short: 'Angebote',
    icon: mdiHandHeartOutline,
    link: '/unsere-angebote',
    permissions: ['service:enter'],
    roles: ['provider'],
  },
  {
    label: 'Einladungen',
    icon: mdiEmailOpenOutline,
    link: '/einladungen',
    permissions: ['meeting:read'],
    roles: ['provider'],
  },
  {
    label: 'Unsere Hinweise',
    short: 'Hinweise',
    icon: mdiCommentTextMultipleOutline,
    link: '/hinweise',
    permissions: ['feedback:voice'],
    notFor: ['planner', 'coordinator'],
  },
  {
    label: 'Unsere Organisation',
    icon: mdiDomain,
    link: '/unsere-organisation',
    permissions: ['organisation:change-own'],
  },
  {
    label: 'Termine',
    icon: mdiCalendarMonthOutline,
    link: '/termine',
    permissions: ['meeting:read'],
    roles: office,
  },
  {
    label: 'Sitzungen',
    icon: mdiCalendarMonthOutline,
    link: '/termine',
    permissions: ['meeting:read'],
    roles: ['reader'],
    notFor: office,
  },
  {
    label: 'Gremien & Beschlüsse',
    short: 'Gremien',
    icon: mdiBankOutline,
    link: '/planung/gremien',
    beside: ['/planung/vorlagen', '/planung/beschlusskontrolle'],
    permissions: ['committee:read'],
    roles: ['reader'],
    notFor: office,
  },
  {
    label: 'Handlungsfelder',
    short: 'Felder',
    icon: mdiCompassOutline,
    link: '/planung/handlungsfelder',
    permissions: ['lists:read'],
    roles: ['reader'],
    notFor: office,
  },
  {
    label: 'Empfehlungen',
    icon: mdiClipboardTextOutline,
    link: '/planung/empfehlungen',
    permissions: ['recommendation:read'],
    roles: ['reader'],
    notFor: office,
  },
  {
    label: 'Unsere Maßnahmen',
    short: 'Maßnahmen',
    icon: mdiFlagCheckered,
    link: '/planung/massnahmen',
    permissions: ['measure:read'],
    roles: ['provider'],
    notFor: [...office, 'reader'],
  },
  {
    label: 'Maßnahmen',
    icon: mdiFlagCheckered,
    link: '/planung/massnahmen',
    permissions: ['measure:read'],
    roles: ['reader'],
    notFor: office,
  },
  {
    label: 'Netzwerke',
    icon: mdiGraphOutline,
    link: '/netzwerke',
    permissions: ['network:read'],
    roles: office,
  },
  {
    label: 'Beteiligung',
    icon: mdiForumOutline,
    link: '/beteiligung',
    permissions: ['format:read'],
    children: [
      { label: 'Formate', link: '/beteiligung/formate', permissions: ['format:read'] },
      {
        label: 'Ergebnisbriefe',
        link: '/beteiligung/ergebnisbriefe',
        permissions: ['return-message:read'],
      },
    ],
  },
  {
    label: 'Hinweise',
    icon: mdiCommentTextMultipleOutline,
    link: '/hinweise',
    permissions: ['feedback:read'],
    roles: ['planner', 'coordinator'],
  },
  {
    label: 'Akteure & Angebote',
    icon: mdiDomain,
    link: '/akteure',
    permissions: ['organisation:read'],
    roles: office,
    children: [
      { label: 'Organisationen', link: '/akteure/organisationen', permissions: ['organisation:read'] },
      { label: 'Personen', link: '/akteure/personen', permissions: ['person:read'] },
      { label: 'Angebote', link: '/akteure/angebote', permissions: ['service:read'] },
      { label: 'Anmeldungen', link: '/akteure/anmeldungen', permissions: ['registration:verify'] },
      { label: 'Liste übernehmen', link: '/akteure/import', permissions: ['import:run'] },
    ],
  },
  {
    label: 'Planung',
    icon: mdiCompassOutline,
    link: '/planung',
    permissions: ['lists:read'],
    roles: office,
    children: [
      {
        label: 'Zyklus',
        link: '/planung/zyklus',
        beside: [
          '/planung/bauplan',
          '/planung/meine-schritte',
          '/planung/methodenblaetter',
          '/planung/schritte',
        ],
        permissions: ['cycle:read'],
      },
      { label: 'Handlungsfelder', link: '/planung/handlungsfelder', permissions: ['lists:read'] },
      {
        label: 'Schwerpunkte & Empfehlungen',
        link: '/planung/befunde',
        beside: ['/planung/schwerpunkte', '/planung/empfehlungen', '/planung/punktabfragen'],
        permissions: ['finding:read'],
      },
      {
        label: 'Spur & offene Enden',
        link: '/planung/spur',
        beside: ['/planung/offene-enden', '/planung/gehoert'],
        permissions: ['finding:read'],
      },
      {
        label: 'Maßnahmen',
        link: '/planung/massnahmen',
        beside: ['/planung/jahresbriefe'],
        permissions: ['measure:read'],
      },
      {
        label: 'Gremien & Beschlüsse',
        link: '/planung/gremien',
        beside: ['/planung/vorlagen', '/planung/beschlusskontrolle'],
        permissions: ['committee:read'],
      },
      { label: 'Alle Unterlagen', link: '/unterlagen', permissions: ['attachment:change'] },
      { label: 'Schnittstellen', link: '/planung/schnittstellen', permissions: ['data-request:read'] },
      { label: 'Offene Entscheidungen', link: '/planung/entscheidungen', permissions: ['decision:read'] },
    ],
  },
  {
    label: 'Daten & Berichte',
    short: 'Daten',
    icon: mdiChartBoxOutline,
    link: '/daten',
    permissions: ['indicator:read'],
    roles: ['planner', 'coordinator', 'reader'],
    children: [
      { label: 'Indikatoren', link: '/daten/indikatoren', permissions: ['indicator:read'] },
      { label: 'Lieferungen', link: '/daten/lieferungen', permissions: ['data-request:read'] },
      { label: 'Zahlen einlesen', link: '/daten/importe', permissions: ['indicator:change'] },
      { label: 'Quellen', link: '/daten/quellen', permissions: ['indicator:read'] },
      { label: 'Datenkonzept', link: '/daten/datenkonzept', permissions: ['indicator:read'] },
    ],
  },
  {
    label: 'Postausgang',
    icon: mdiEmailFastOutline,
    link: '/postausgang',
    permissions: ['mailbox:read'],
  },
  {
    label: 'Einstellungen',
    icon: mdiCogOutline,
    link: '/einstellungen',
    permissions: ['lists:change', 'settings:change'],
  },
];

/** The entries for these permissions and roles, with only those children somebody may open. */
export function navigationFor(permissions: readonly Permission[], roles: readonly Role[]): NavigationEntry[] {
  const may = (wanted: readonly Permission[]) =>
    wanted.some((permission) => permissions.includes(permission));
  return navigation
    .filter(
      (entry) =>
        may(entry.permissions) &&
        (!entry.roles || entry.roles.some((role) => roles.includes(role))) &&
        !entry.notFor?.some((role) => roles.includes(role)),
    )
    .flatMap((entry) => {
      if (!entry.children) return [entry];
      const children = entry.children.filter((child) => may(child.permissions));
      return children.length ? [{ ...entry, link: children[0]?.link ?? entry.link, children }] : [];
    });
}

/** One of "+ Neu"; each opens the form on the page where the new thing will stand. */
export const newThings: readonly {
  label: string;
  link: string;
  query: Record<string, string>;
  permission: Permission;
}[] = [
  { label: 'Termin', link: '/termine/neu', query: {}, permission: 'meeting:plan' },
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
];
