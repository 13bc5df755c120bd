import {
  type ObservationView,
  shownNumber,
  type ValueFlag,
  valueFlagLabels,
} from '@runder-tisch/domain/indicators';
import type { IndicatorUnit } from '@runder-tisch/domain/indicators/catalogue';
import { smallNumberWords } from '@runder-tisch/domain/indicators/formulas';

/** Of a value what a drawing needs. */
export type ChartValue = Pick<
  ObservationView,
  | 'periodKind'
  | 'periodStart'
  | 'periodEnd'
  | 'value'
  | 'flag'
  | 'interval'
  | 'smallNumber'
  | 'territoryStatus'
  | 'populationBase'
  | 'versionNumber'
>;

/** The values of one area. */
export interface ValueLine {
  readonly name: string;
  readonly values: readonly ChartValue[];
}

export interface DrawingRoom {
  /** In user units; the size of the letters is in the same. */
  readonly width?: number;
  readonly letters?: number;
}

/** What stands in a drawing where a value is kept secret: nobody can tell for which reason. */
export const HIDDEN_SIGN = '•';

export function isHidden(flag: ValueFlag): boolean {
  return flag === 'SUPPRESSED_PRIMARY' || flag === 'SUPPRESSED_SECONDARY';
}

/** `44,1 (43,8 bis 44,4)` or why there is no number; one and the same word for all that is kept secret. */
export function valueWords({ value, flag, interval, smallNumber }: ChartValue, unit: IndicatorUnit): string {
  if (value === null) return valueFlagLabels[isHidden(flag) ? 'SUPPRESSED_PRIMARY' : flag];
  const mark = markOf(flag);
  const around = interval
    ? ` (${shownNumber(interval.low, unit)} bis ${shownNumber(interval.high, unit)})`
    : '';
  return `${shownNumber(value, unit)}${around}${mark}${smallNumber ? `, ${smallNumberWords}` : ''}`;
}

function markOf(flag: ValueFlag): string {
  return flag === 'OK' || flag === 'ZERO' ? '' : `, ${valueFlagLabels[flag]}`;
}
