import type { IndicatorKind, PeriodKind } from '../catalogue/indicator-words';
import type { RateKind } from '../formulas';
import type { KeyKind, PopulationBase, ValueFlag } from '../value-flags';

/** A value of an indicator as it is to be released, or was. Days are `YYYY-MM-DD`. */
export interface Figure {
  id: string;
  /** `Aken (Elbe), 31.12.2014, ALT=65+`: how a refusal calls it. */
  name: string;
  keyKind: KeyKind;
  areaCode: string;
  periodKind: PeriodKind;
  periodStart: string;
  periodEnd: string;
  dimensions: string;
  populationBase: PopulationBase | null;
  territoryStatus: string | null;
  value: number | null;
  flag: ValueFlag;
  numerator: number | null;
  denominator: number | null;
}

/** What kind of number the figures are. */
export interface FigureKind {
  kind: IndicatorKind;
  rateKind: RateKind;
}

/** Kept secret by whoever delivered it: there is a number, and nobody here knows it. */
export function isSecretAtSource({ value, flag }: Pick<Figure, 'value' | 'flag'>): boolean {
  return value === null && (flag === 'SUPPRESSED_PRIMARY' || flag === 'SUPPRESSED_SECONDARY');
}
