import type { IndicatorKind, IndicatorUnit, PeriodKind } from '../catalogue/indicator-words';
import type { Direction } from '../formulas';
import type { ObservationView } from '../indicators-views';

export interface AreaChoice {
  code: string;
  name: string;
}

/** One indicator over time for the areas asked for; without any: the county and the Land. */
export interface CourseView {
  name: string;
  kind: IndicatorKind;
  unit: IndicatorUnit;
  /** What has a value: Germany, the Land, the county, its municipalities, then every other Kreis of the same table. */
  areas: AreaChoice[];
  /** In the order in which they were asked for; the first is the one the page is about. */
  lines: { code: string; name: string; values: ObservationView[] }[];
  /** Of the first line: what became of it in five years; null where there is nothing comparable. */
  trend: string | null;
}

export interface ValuePeriod {
  kind: PeriodKind;
  start: string;
  end: string;
}

/** The municipalities in one period, and the county in the same. */
export interface MunicipalitiesView {
  name: string;
  kind: IndicatorKind;
  unit: IndicatorUnit;
  direction: Direction;
  /** With a value of at least one municipality, newest first. */
  periods: ValuePeriod[];
  /** The one asked for, otherwise the newest. */
  period: ValuePeriod | null;
  values: ObservationView[];
  county: ObservationView | null;
  /** Active municipalities for which nothing stands in this period. */
  without: string[];
}
