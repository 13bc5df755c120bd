import type { NamedReference } from '../lists';
import type {
  AreaLevel,
  DisclosureRule,
  IndicatorKind,
  IndicatorUnit,
  PeriodKind,
} from './catalogue/indicator-words';
import type { Completeness, Release } from './completeness';
import type { DataConceptMove, DataConceptState } from './data-concept-state';
import type { DataTestResult } from './data-tests';
import type { Direction, Interval, RateKind } from './formulas';
import type { KeyKind, PopulationBase, ValueFlag } from './value-flags';

/** Scope a: all social processes; scope b: social infrastructure. Open until somebody decides. */
export const scopes = ['OPEN', 'A', 'B'] as const;
export type Scope = (typeof scopes)[number];

export const scopeLabels: Record<Scope, string> = {
  OPEN: 'noch nicht entschieden',
  A: 'a) alle sozialen Prozesse',
  B: 'b) soziale Infrastruktur',
};

/** Whether a value may leave the hands of planners; nobody else gets one that is not PUBLISHABLE. */
export const disclosures = ['UNCHECKED', 'PUBLISHABLE', 'PRIMARY', 'SECONDARY'] as const;
export type Disclosure = (typeof disclosures)[number];

export const disclosureLabels: Record<Disclosure, string> = {
  UNCHECKED: 'Geheimhaltung nicht geprüft',
  PUBLISHABLE: 'darf veröffentlicht werden',
  PRIMARY: 'gesperrt: zu wenige Fälle',
  SECONDARY: 'gesperrt, damit andere nicht erschlossen werden',
};

/** The newest value this viewer may see, of the county or, where it has none, of the Land. */
export interface LastValue {
  value: number | null;
  flag: ValueFlag;
  areaCode: string;
  periodKind: PeriodKind;
  periodStart: string;
  periodEnd: string;
  /** The number of the definition it was recorded for. */
  versionNumber: number;
}

export interface IndicatorListItem {
  id: string;
  code: string;
  name: string;
  kind: IndicatorKind;
  unit: IndicatorUnit;
  levels: AreaLevel[];
  field: NamedReference | null;
  source: NamedReference | null;
  published: boolean;
  active: boolean;
  /** Scope b is decided, and this one tells of something else. */
  optional: boolean;
  last: LastValue | null;
  completeness: Completeness;
  overdue: boolean;
}

/** How an indicator was or is told. */
export interface IndicatorVersionView {
  id: string;
  number: number;
  published: boolean;
  name: string;
  definition: string;
  numerator: string;
  denominator: string;
  factor: number | null;
  unit: IndicatorUnit;
  kind: IndicatorKind;
  rateKind: RateKind;
  levels: AreaLevel[];
  periodKind: PeriodKind;
  periodNote: string;
  source: NamedReference | null;
  tableCode: string;
  direction: Direction;
  disclosureRule: DisclosureRule;
  reason: string;
  changedBy: string;
  changedAt: string | null;
}

export interface IndicatorView {
  id: string;
  version: number;
  code: string;
  field: NamedReference | null;
  infrastructure: boolean;
  active: boolean;
  optional: boolean;
  mayChange: boolean;
  current: IndicatorVersionView;
  /** Attribution and licence of the current source; empty without a source. */
  attribution: string;
  licence: string;
  completeness: Completeness;
  release: Release;
  /** The newest first, the current one among them; others than planners see what is published. */
  versions: IndicatorVersionView[];
}

/** One value with everything that has to stand beside it. */
export interface ObservationView {
  id: string;
  areaCode: string;
  /** Name of the municipality or of what the key stands for. */
  areaName: string;
  keyKind: KeyKind;
  periodKind: PeriodKind;
  periodStart: string;
  periodEnd: string;
  value: number | null;
  flag: ValueFlag;
  quality: string;
  numerator: number | null;
  denominator: number | null;
  /** 95 %, in the unit of the value; null where none belongs to it. */
  interval: Interval | null;
  smallNumber: boolean;
  territoryStatus: string | null;
  populationBase: PopulationBase | null;
  source: string;
  recordedAt: string;
  versionNumber: number;
  disclosure: Disclosure;
}

export interface IndicatorValuesView {
  /** Areas with a value, for the choice of the series. */
  areas: { code: string; name: string }[];
  /** The area of the series. */
  area: string | null;
  /** Oldest first, every base and definition apart. */
  series: ObservationView[];
  /** The county and its municipalities in the newest period of each. */
  newest: ObservationView[];
}

export interface DataTestsView {
  results: DataTestResult[];
}

/** An indicator whose values stand out in a test. */
export interface TestedIndicator {
  id: string;
  code: string;
  name: string;
  warnings: number;
  errors: number;
}

export interface DataSourceListItem {
  id: string;
  code: string;
  name: string;
  publisher: string;
  rhythmMonths: number | null;
  active: boolean;
  indicators: number;
  completeness: Completeness;
  newestPeriodEnd: string | null;
  release: Release;
  /** For planners; empty where nothing stands out. */
  tested: TestedIndicator[];
}

export interface DataSourceView {
  id: string;
  version: number;
  code: string;
  name: string;
  publisher: string;
  organisation: NamedReference | null;
  statistic: string;
  rhythmMonths: number | null;
  lagMonths: number;
  nextReleaseOn: string | null;
  licence: string;
  attribution: string;
  populationBase: PopulationBase | null;
  note: string;
  active: boolean;
  mayChange: boolean;
}

export interface DataConceptView {
  id: string;
  version: number;
  number: number;
  state: DataConceptState;
  title: string;
  observed: string;
  purpose: string;
  origin: string;
  rhythm: string;
  validFrom: string | null;
  changedBy: string;
  createdAt: string;
  /** How many definitions belonged to it when it came into force. */
  indicators: number;
  mayChange: boolean;
  moves: DataConceptMove[];
}

export interface ScopeDecisionView {
  scope: Scope;
  decidedOn: string | null;
  body: string;
  reason: string;
  changedBy: string;
  createdAt: string;
}

/** The newest decision first; none means that the scope is open. */
export interface ScopeView {
  scope: Scope;
  decisions: ScopeDecisionView[];
  /** How many indicators scope b would make optional. */
  notInfrastructure: number;
}
