import type { PeriodKind } from '../catalogue/indicator-words';
import type { ReadValue } from '../read-value';
import type { KeyKind, PopulationBase, ValueFlag } from '../value-flags';
import { firstDay, lastDay } from '../reading/cells/periods';

/** One value as it is to stand in the catalogue; days are `YYYY-MM-DD`. */
export interface Figure {
  /** Code of the indicator. */
  indicator: string;
  areaCode: string;
  keyKind: KeyKind;
  periodKind: PeriodKind;
  periodStart: string;
  periodEnd: string;
  /** `ALT=3-6;GES=W`; empty for the total. */
  dimensions: string;
  value: number | null;
  flag: ValueFlag;
  quality: string;
  numerator: number | null;
  denominator: number | null;
  territoryStatus: string | null;
  populationBase: PopulationBase | null;
  /** Of a rate whose denominator stands in another table: by this it is worked out anew when that comes or changes. */
  keptNumerator: Counted | null;
  line: number;
}

/** A number or why there is none. */
export interface Counted {
  value: number | null;
  flag: ValueFlag;
}

/** Which reason is told first where several numbers are missing. */
const WHY_NONE: readonly ValueFlag[] = [
  'TERRITORY_NOT_EXISTING',
  'SUPPRESSED_PRIMARY',
  'SUPPRESSED_SECONDARY',
  'NOT_YET_AVAILABLE',
  'NOT_MEANINGFUL',
  'UNRELIABLE',
];
const DOUBTS: readonly ValueFlag[] = ['UNRELIABLE', 'ESTIMATED', 'PROVISIONAL', 'REVISED'];

/** Adds up numbers, or says why there is no sum: a sign of the statistics never becomes a number. */
export function sumOf(parts: readonly (Counted & { minus?: boolean })[]): Counted {
  const missing = WHY_NONE.find((flag) => parts.some((part) => part.value === null && part.flag === flag));
  if (missing) return { value: null, flag: missing };
  if (parts.some(({ value }) => value === null)) return { value: null, flag: 'NOT_YET_AVAILABLE' };
  const value = parts.reduce((sum, part) => sum + (part.minus ? -1 : 1) * (part.value ?? 0), 0);
  const doubt = DOUBTS.find((flag) => parts.some((part) => part.flag === flag));
  if (doubt) return { value, flag: doubt };
  if (parts.length === 1) return { value, flag: parts[0]?.flag ?? 'OK' };
  return { value, flag: value === 0 ? 'ZERO' : 'OK' };
}

/** numerator / denominator × factor, to six decimals; nothing is divided by zero. */
export function rateOf(numerator: Counted, denominator: Counted, factor: number): Counted {
  const both = sumOf([numerator, denominator]);
  if (both.value === null) return both;
  if (denominator.value === 0) return { value: null, flag: 'NOT_MEANINGFUL' };
  const value = Math.round(((numerator.value ?? 0) / (denominator.value ?? 1)) * factor * 1e6) / 1e6;
  const doubted = DOUBTS.includes(both.flag) ? both.flag : null;
  return { value, flag: doubted ?? (value === 0 ? 'ZERO' : 'OK') };
}

/** A rate whose denominator is not there yet: where the numerator says why there is none, that is said. */
export function waitingRate(numerator: Counted): Counted {
  return { value: null, flag: numerator.value === null ? numerator.flag : 'NOT_YET_AVAILABLE' };
}

/**
 * The time of a value as its indicator means it: "2015" is the mean of a year for one and a school year for another.
 * @returns null where the table's time does not fit
 */
export function periodAs(
  wanted: PeriodKind,
  read: Pick<ReadValue, 'period' | 'periodKind'>,
  schoolYear: 'ENDS' | 'BEGINS' = 'BEGINS',
): Pick<Figure, 'periodKind' | 'periodStart' | 'periodEnd'> | null {
  const period = { period: read.period, kind: read.periodKind };
  const [start, end] = [firstDay(period), lastDay(period)];
  const told = (periodStart: string, periodEnd: string) => ({ periodKind: wanted, periodStart, periodEnd });
  switch (wanted) {
    case 'DAY':
    case 'CENSUS':
      return read.periodKind === 'DAY'
        ? told(start, start)
        : read.periodKind === 'YEAR'
          ? told(end, end)
          : null;
    case 'YEAR':
    case 'YEAR_AVERAGE':
    case 'FORECAST':
      return read.periodKind === 'YEAR' ? told(start, end) : null;
    case 'MONTH':
      if (read.periodKind === 'MONTH') return told(start, end);
      return read.periodKind === 'YEAR' ? told(`${read.period}-12-01`, end) : null;
    case 'SCHOOL_YEAR': {
      if (read.periodKind === 'SCHOOL_YEAR') return told(start, end);
      if (read.periodKind !== 'YEAR') return null;
      const first = Number(read.period) - (schoolYear === 'ENDS' ? 1 : 0);
      return told(`${first}-08-01`, `${first + 1}-07-31`);
    }
    case 'HALF_YEAR':
      return read.periodKind === 'HALF_YEAR' ? told(start, end) : null;
    case 'YEARS_MEAN':
      return read.periodKind === 'RANGE' ? told(start, end) : null;
  }
}

/** The last 31.12. up to a day. */
export function lastYearEnd(day: string): string {
  return day.endsWith('-12-31') ? day : `${Number(day.slice(0, 4)) - 1}-12-31`;
}
