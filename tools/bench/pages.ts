import { inboxViews } from '@runder-tisch/domain/feedback';
import { coverageDimensions } from '@runder-tisch/domain/findings/heard';
import { areaLevels, indicatorKinds } from '@runder-tisch/domain/indicators/catalogue';
import { looseEndKinds } from '@runder-tisch/domain/loose-ends';
import { measureStatuses } from '@runder-tisch/domain/measures';
import { matrixDirections, matrixSteps } from '@runder-tisch/domain/measures/matrix';
import { recommendationStates } from '@runder-tisch/domain/findings';
import type { BenchWorld } from './fill/fill';
import { CALENDAR_YEAR, FEED_TOKEN } from './fill/fill-calendar';

export const pageNames = [
  'field',
  'field-below',
  'field-trace',
  'briefing',
  'matrix',
  'recommendations',
  'loose-ends',
  'thread',
  'inbox-parts',
  'findings',
  'measures',
  'timeline',
  'costs',
  'arguments',
  'groups',
  'proposals',
  'heard',
  'catalogue',
  'indicator',
  'indicator-whole',
  'indicator-below',
  'attachments',
  'cycle',
  'attachments-own',
  'control',
  'calendar-year',
  'calendar-feed',
  'yearly-report',
  'tasks',
] as const;
export type PageName = (typeof pageNames)[number];

/** What a page of planning asks the API for; measured without a ceiling, against times alone. */
export interface BenchPage {
  title: string;
  /** Half of all pages are there within this many milliseconds, and 99 of 100: two cores, 8 pages at once. */
  half: number;
  most: number;
  /** Who asks; a planner where nobody is named. */
  as?: 'coordinator';
  /** The addresses it asks, the n-th time: always the same on every run. Those of the API without `/api/`, others from `/` on. */
  asks(world: BenchWorld, n: number): string[];
}

/** What is sent for an address a page asks. */
export const pathOf = (asked: string): string => (asked.startsWith('/') ? asked : `/api/${asked}`);

const at = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
const USUAL = { half: 60, most: 150 };
const YEARS = 5;

export const pages: Record<PageName, BenchPage> = {
  // What the page of a Handlungsfeld and the blocks on it ask when it is opened; a new block adds its line here, or below
  // where it asks only once it comes into view.
  field: {
    ...USUAL,
    title: 'Seite eines Handlungsfelds beim Öffnen, alle Anfragen zusammen',
    asks: (world, n) => {
      const id = at(world.fieldIds, n);
      return [`fields-of-action/${id}`, `fields-of-action/${id}/briefing`];
    },
  },
  'field-below': {
    ...USUAL,
    title:
      'Was darunter steht, sobald jemand dorthin rollt: Bedarf, Zuständigkeit, Veröffentlichung, was dazugehört',
    asks: (world, n) => {
      const id = at(world.fieldIds, n);
      return [
        `need-statements?fieldId=${id}`,
        `feedback-responsibilities/${id}`,
        `fields-of-action/${id}/publications`,
        `belongings/field-of-action/${id}`,
      ];
    },
  },
  'field-trace': {
    half: 25,
    most: 150,
    title: 'Spur eines Handlungsfelds, sobald jemand zu ihr rollt',
    asks: (world, n) => [`trace/field-of-action/${at(world.fieldIds, n)}`],
  },
  briefing: {
    ...USUAL,
    title: 'Lage eines Handlungsfelds',
    asks: (world, n) => [`fields-of-action/${at(world.fieldIds, n)}/briefing`],
  },
  matrix: {
    ...USUAL,
    title:
      'Matrix: jeder Schritt in beiden Richtungen mit dem Band, im Ganzen, nach Feld und Jahr, Lücken, zu prüfen',
    asks: (world, n) => {
      const cut = at(
        [
          '',
          `&fieldId=${at(world.fieldIds, n)}`,
          `&fieldId=${at(world.fieldIds, n)}&from=2024-01-01&until=2024-12-31`,
        ],
        Math.floor(n / 2),
      );
      const way = `direction=${at(matrixDirections, n)}${cut}`;
      return [
        `trace-matrix?step=${at(matrixSteps, Math.floor(n / 2))}&${way}${at(['', '&show=GAPS', '&show=TO_CHECK'], Math.floor(n / 12))}`,
        `trace-matrix/overview?${way}`,
      ];
    },
  },
  recommendations: {
    ...USUAL,
    title: 'Handlungsempfehlungen: 25 nach Jahr und Nummer, mit Filtern und Wörtern',
    asks: (world, n) => [
      `recommendations?${at(
        [
          '',
          `fieldId=${at(world.fieldIds, n)}`,
          `state=${at(recommendationStates, n)}`,
          `year=${2022 + (n % YEARS)}`,
          'search=Wartezeit',
        ],
        Math.floor(n / 2),
      )}`,
    ],
  },
  'loose-ends': {
    ...USUAL,
    title: 'Lose Enden: 25 mit Zählern, alle, nach Art und nach Handlungsfeld',
    asks: (world, n) => [
      `loose-ends?${at(['', `kind=${at(looseEndKinds, n)}`, `fieldId=${at(world.fieldIds, n)}`], Math.floor(n / 2))}`,
    ],
  },
  thread: {
    half: 25,
    most: 25,
    title: 'Spur über acht Schritte, von jeder Stelle zwischen Hinweis und Maßnahme aus',
    asks: (world, n) => [`trace/${at(world.threads, n)}`],
  },
  'inbox-parts': {
    ...USUAL,
    title: 'Eingang: jeder Teil von 200.000 Hinweisen, mit Zählern, im Ganzen und nach Handlungsfeld',
    asks: (world, n) => [
      `feedback?view=${at(inboxViews, n)}${at(['', `&fieldId=${at(world.fieldIds, n)}`], Math.floor(n / inboxViews.length))}`,
    ],
  },
  findings: {
    ...USUAL,
    title: 'Befunde: 25, alle, nach Stand und nach Handlungsfeld',
    asks: (world, n) => [
      `findings?${at(['', 'state=CONFIRMED', `fieldId=${at(world.fieldIds, n)}`], Math.floor(n / 2))}`,
    ],
  },
  measures: {
    ...USUAL,
    title: 'Maßnahmen: 25 mit errechnetem Status, alle, nach Status und nach Handlungsfeld',
    asks: (world, n) => [
      `measures?${at(['', `status=${at(measureStatuses, n)}`, `fieldId=${at(world.fieldIds, n)}`, 'silent=1'], Math.floor(n / 2))}`,
    ],
  },
  timeline: {
    ...USUAL,
    title: 'Zeitstrahl: bis zu 500 Maßnahmen, alle und nach Handlungsfeld',
    asks: (world, n) => [
      `measures/timeline?${at(['', `fieldId=${at(world.fieldIds, n)}`], Math.floor(n / 2))}`,
    ],
  },
  costs: {
    ...USUAL,
    title: 'Kosten aller Maßnahmen',
    asks: (world, n) => [`measures/costs?${at(['', `fieldId=${at(world.fieldIds, n)}`], Math.floor(n / 2))}`],
  },
  arguments: {
    ...USUAL,
    title: 'Argumente: 25 mit der Zahl ihrer Hinweise',
    asks: (world, n) => [
      `arguments?${at(['', `fieldId=${at(world.fieldIds, n)}`, 'search=Pflege'], Math.floor(n / 2))}`,
    ],
  },
  groups: {
    ...USUAL,
    title: 'Gruppen: 25 mit der Zahl ihrer Hinweise',
    asks: () => ['feedback-groups'],
  },
  proposals: {
    ...USUAL,
    title: 'Vorschläge für Gruppen',
    asks: () => ['feedback-groups/proposals'],
  },
  attachments: {
    ...USUAL,
    title: 'Alle Unterlagen: 25 von 20.000, nach Art, Sichtbarkeit und Wörtern',
    asks: (_world, n) => [
      `attachments?${at(['', 'kind=meeting', 'visibility=PUBLIC', 'kind=feedback', 'search=Haushalt'], n)}`,
    ],
  },
  cycle: {
    ...USUAL,
    title: 'Zyklus mit allen Zählern, Phasen, Schritten und dem Ring der laufenden Diskursrunde',
    asks: (world) => [`cycles/${world.cycleId}`],
  },
  'attachments-own': {
    ...USUAL,
    as: 'coordinator',
    title: 'Alle Unterlagen einer Koordination: 25 von 20.000, nach Art, Sichtbarkeit und Wörtern',
    asks: (_world, n) => [
      `attachments?${at(['', 'kind=meeting', 'visibility=PUBLIC', 'kind=feedback', 'search=Haushalt'], n)}`,
    ],
  },
  control: {
    ...USUAL,
    title:
      'Beschlusskontrolle: 25 von 5.000 Beschlüssen, alle, eines Gremiums, überfällige, nach Stand und Wörtern',
    asks: (world, n) => {
      const committeeId = at(world.committeeIds, Math.floor(n / 2));
      return [
        `controls?${at(
          [
            '',
            `committeeId=${committeeId}`,
            'overdue=1',
            `committeeId=${committeeId}&state=DELAYED`,
            'search=Pflege',
          ],
          n,
        )}`,
      ];
    },
  },
  heard: {
    ...USUAL,
    title: 'Wer wurde gehört: ein Jahr, im Ganzen und nach Handlungsfeld',
    asks: (world, n) => [
      `coverage?until=2025-06-30&dimension=${at(coverageDimensions, n)}${at(['', `&fieldId=${at(world.fieldIds, n)}`], Math.floor(n / 2))}`,
    ],
  },
  catalogue: {
    ...USUAL,
    title: 'Datenkatalog: 25 von 90 Indikatoren bei 1.000.000 Werten, alle, mit Filtern und Wörtern',
    asks: (world, n) => [
      `indicators?${at(
        [
          '',
          `fieldId=${at(world.fieldIds, n)}`,
          `level=${at(areaLevels, n)}`,
          `kind=${at(indicatorKinds, n)}&values=yes`,
          'search=quote',
        ],
        Math.floor(n / 2),
      )}`,
    ],
  },
  indicator: {
    ...USUAL,
    title: 'Indikator bei 1.000.000 Werten: Definition und Werte',
    asks: (world, n) => [
      `indicators/${at(world.indicatorIds, n)}`,
      `indicators/${at(world.indicatorIds, n)}/values`,
    ],
  },
  'calendar-year': {
    ...USUAL,
    title: 'Jahr von 40 Netzwerken mit 12 Terminen und 600 Menschen, mit allen Überschneidungen',
    asks: (_world, n) => [
      `calendar?from=${CALENDAR_YEAR}-01-01&to=${CALENDAR_YEAR}-12-31${at(['', '&mine=1', ''], n)}`,
    ],
  },
  // Without a condition: most programs ask with the ETag they have and get no file.
  'calendar-feed': {
    ...USUAL,
    title: 'Kalender eines Netzwerks mit 500 Terminen, wie ein Kalenderprogramm ihn abholt',
    asks: () => [`/kalender/${FEED_TOKEN}.ics`],
  },
  'indicator-whole': {
    ...USUAL,
    title: 'Indikator beim Öffnen, alle Anfragen zusammen: Definition, Werte, Datentests, Verlauf',
    asks: (world, n) =>
      ['', '/values', '/tests', '/course'].map((part) => `indicators/${at(world.indicatorIds, n)}${part}`),
  },
  'indicator-below': {
    ...USUAL,
    title: 'Was darunter steht, sobald jemand dorthin rollt: Gemeinden im Vergleich, Freigaben, Verbindungen',
    asks: (world, n) =>
      ['/municipalities', '/releases', '/links'].map(
        (part) => `indicators/${at(world.indicatorIds, n)}${part}`,
      ),
  },
  'yearly-report': {
    ...USUAL,
    title:
      'Jahresbericht eines Netzwerks: Treffen, Anwesenheit, Vereinbarungen, Hinweise, Besetzung, Verstetigung',
    asks: (world, n) => [
      `networks/${at(world.networkIds, n)}/yearly-report${at(['', '?year=2025', '?year=2024'], n)}`,
    ],
  },
  tasks: {
    ...USUAL,
    as: 'coordinator',
    title: 'Aufgaben: 25 über alle Netzwerke, nach Frist, Stand, Netzwerk, Organisation und Wörtern',
    asks: (world, n) => [
      `tasks?${at(
        [
          'state=OPEN',
          'state=OPEN&due=OVERDUE',
          'state=OPEN&due=WEEK',
          `state=OPEN&networkId=${at(world.networkIds, n)}`,
          'state=DONE',
          'state=OPEN&of=mine',
          'state=OPEN&search=flyer',
        ],
        n,
      )}`,
    ],
  },
};
