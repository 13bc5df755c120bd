import type { Direction, RateKind } from '../formulas';
import type { AreaLevel, DisclosureRule, IndicatorKind, IndicatorUnit, PeriodKind } from './indicator-words';
import type { CatalogueSourceCode } from './sources';

/** One indicator as a new county gets it; planners change their copy by making a new version. */
export interface CatalogueIndicator {
  /** `DEM-01`: the field's letters and a number, never used again for another. */
  code: string;
  name: string;
  /** What the number says and what it does not say, in plain words. */
  definition: string;
  numerator: string;
  /** Empty where nothing is divided. */
  denominator: string;
  /** numerator / denominator × factor; null where nothing is divided. */
  factor: number | null;
  unit: IndicatorUnit;
  kind: IndicatorKind;
  /** Of rates: which interval they get. */
  rateKind: RateKind;
  levels: readonly AreaLevel[];
  period: PeriodKind;
  /** Which day or months, where the kind of period leaves it open; empty otherwise. */
  periodNote: string;
  source: CatalogueSourceCode;
  /** Code of the table at its source; empty where there is no such code. */
  table: string;
  direction: Direction;
  disclosureRule: DisclosureRule;
  /** Tells of what helps there are and how people get to them: what scope b of the Sozialplanung keeps. */
  infrastructure: boolean;
}

/** Values of the county alone. */
export const inCounty: readonly AreaLevel[] = ['COUNTY'];
/** Values of the county and its municipalities. */
export const inMunicipalities: readonly AreaLevel[] = ['COUNTY', 'MUNICIPALITY'];
/** Down to Ortsteile and Planungsräume, from the county's own data. */
export const inLocalities: readonly AreaLevel[] = ['COUNTY', 'MUNICIPALITY', 'LOCALITY'];

type Written = Omit<CatalogueIndicator, 'factor' | 'rateKind' | 'periodNote' | 'table' | 'infrastructure'> &
  Partial<CatalogueIndicator>;

/** A percentage of persons, households or cases out of others. */
type Percentage = Omit<Written, 'kind' | 'unit'>;

/** Fills in what most have in common: no remark on the period, no code of a table, no infrastructure. */
export function indicator(facts: Written): CatalogueIndicator {
  return { factor: null, rateKind: 'PLAIN', periodNote: '', table: '', infrastructure: false, ...facts };
}

export function percentage(facts: Percentage): CatalogueIndicator {
  return indicator({ factor: 100, rateKind: 'SHARE', ...facts, unit: 'PERCENT', kind: 'RATE' });
}
