/** What a value is; decides which units fit and what may be computed with it. CATEGORY has no mean and no trend. */
export const indicatorKinds = ['COUNT', 'RATE', 'AVERAGE', 'INDEX', 'CATEGORY'] as const;
export type IndicatorKind = (typeof indicatorKinds)[number];

export const indicatorKindLabels: Record<IndicatorKind, string> = {
  COUNT: 'Anzahl',
  RATE: 'Quote',
  AVERAGE: 'Mittelwert',
  INDEX: 'Index',
  CATEGORY: 'Einstufung',
};

export const indicatorUnits = [
  'COUNT',
  'PERCENT',
  'PER_MILLE',
  'PER_100',
  'PER_1000',
  'PER_10000',
  'PER_100000',
  'HOURS_PER_1000',
  'YEARS',
  'DAYS',
  'EURO',
  'INDEX_100',
  'INDEX_0_1',
  'CATEGORY',
] as const;
export type IndicatorUnit = (typeof indicatorUnits)[number];

interface UnitFacts {
  /** Behind the number or in the head of its column. */
  label: string;
  /** With how many decimals its values are shown and ranked. */
  decimals: number;
  /** By what numerator / denominator is multiplied; null where the unit is no rate. */
  factor: number | null;
  kinds: readonly IndicatorKind[];
}

export const unitFacts: Record<IndicatorUnit, UnitFacts> = {
  COUNT: { label: 'Anzahl', decimals: 0, factor: null, kinds: ['COUNT', 'AVERAGE'] },
  PERCENT: { label: '%', decimals: 1, factor: 100, kinds: ['RATE'] },
  PER_MILLE: { label: '‰', decimals: 1, factor: 1_000, kinds: ['RATE'] },
  PER_100: { label: 'je 100', decimals: 1, factor: 100, kinds: ['RATE'] },
  PER_1000: { label: 'je 1.000', decimals: 1, factor: 1_000, kinds: ['RATE'] },
  PER_10000: { label: 'je 10.000', decimals: 1, factor: 10_000, kinds: ['RATE'] },
  PER_100000: { label: 'je 100.000', decimals: 1, factor: 100_000, kinds: ['RATE'] },
  HOURS_PER_1000: { label: 'Stunden je 1.000', decimals: 1, factor: 1_000, kinds: ['RATE'] },
  YEARS: { label: 'Jahre', decimals: 1, factor: null, kinds: ['AVERAGE'] },
  DAYS: { label: 'Tage', decimals: 0, factor: null, kinds: ['AVERAGE'] },
  EURO: { label: 'Euro je Person', decimals: 0, factor: null, kinds: ['AVERAGE'] },
  INDEX_100: { label: 'Index', decimals: 1, factor: 100, kinds: ['INDEX'] },
  INDEX_0_1: { label: 'von 0 bis 1', decimals: 3, factor: null, kinds: ['INDEX'] },
  CATEGORY: { label: 'Stufe', decimals: 0, factor: null, kinds: ['CATEGORY'] },
};

/** Which areas have a value of their own; the Land and Germany stand beside them for comparison. */
export const areaLevels = ['GERMANY', 'STATE', 'CARE_AREA', 'COUNTY', 'MUNICIPALITY', 'LOCALITY'] as const;
export type AreaLevel = (typeof areaLevels)[number];

export const areaLevelLabels: Record<AreaLevel, string> = {
  GERMANY: 'Deutschland',
  STATE: 'Land',
  CARE_AREA: 'Mittelbereich der Kassenärztlichen Vereinigung',
  COUNTY: 'Landkreis',
  MUNICIPALITY: 'Gemeinde',
  LOCALITY: 'Ortsteil oder Planungsraum',
};

/** What time a value tells of: three quite different things are a day, a whole year and the mean of a year. */
export const periodKinds = [
  'DAY',
  'YEAR',
  'YEAR_AVERAGE',
  'MONTH',
  'HALF_YEAR',
  'SCHOOL_YEAR',
  'YEARS_MEAN',
  'CENSUS',
  'FORECAST',
] as const;
export type PeriodKind = (typeof periodKinds)[number];

export const periodKindLabels: Record<PeriodKind, string> = {
  DAY: 'Stichtag',
  YEAR: 'Berichtsjahr',
  YEAR_AVERAGE: 'Jahresdurchschnitt',
  MONTH: 'Berichtsmonat',
  HALF_YEAR: 'Halbjahr',
  SCHOOL_YEAR: 'Schuljahr',
  YEARS_MEAN: 'Mittel mehrerer Jahre',
  CENSUS: 'Zensus',
  FORECAST: 'Vorausberechnung',
};

/** How small numbers are kept from giving people away. */
export const disclosureRules = ['R0', 'R1', 'R2', 'R3', 'R4', 'R5'] as const;
export type DisclosureRule = (typeof disclosureRules)[number];

export const disclosureRuleLabels: Record<DisclosureRule, string> = {
  R0: 'keine Geheimhaltung nötig',
  R1: 'mindestens 3 Fälle, dazu Sperrung weiterer Felder',
  R2: 'kleinräumig: mindestens 10 Fälle',
  R3: 'Untersuchung oder Befragung: mindestens 5 im Zähler und 30 Untersuchte',
  R4: 'mindestens 3 Beitragende, keiner darf überwiegen',
  R5: 'schon an der Quelle verändert: nicht selbst summieren',
};

/** Which interval belongs to a rate: of a share, of events, or none. */
export const rateKinds = ['SHARE', 'EVENTS', 'PLAIN'] as const;
