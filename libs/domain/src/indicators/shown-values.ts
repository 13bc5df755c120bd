import { formatShortDate, monthName } from '../time';
import { type IndicatorUnit, type PeriodKind, unitFacts } from './catalogue/indicator-words';
import { roundedTo } from './formulas';
import { type ValueFlag, valueFlagLabels } from './value-flags';

const formats = new Map<number, Intl.NumberFormat>();

/** `24,7`: a value with as many decimals as its unit is shown with, in German, without its unit. */
export function shownNumber(value: number, unit: IndicatorUnit): string {
  const { decimals } = unitFacts[unit];
  let format = formats.get(decimals);
  if (!format) {
    format = new Intl.NumberFormat('de-DE', {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    formats.set(decimals, format);
  }
  return format.format(roundedTo(value, decimals));
}

const wholeFormat = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 12 });

/** `24,7487321 %`: all that is kept of a value, where that is more than is shown of it; null otherwise. */
export function wholeNumberOf(value: number, unit: IndicatorUnit): string | null {
  if (roundedTo(value, unitFacts[unit].decimals) === value) return null;
  const number = wholeFormat.format(value);
  return unit === 'COUNT' ? number : `${number} ${unitFacts[unit].label}`;
}

/** `24,7 %`, `geheim oder unbekannt`: a value or why there is none. */
export function shownValue(value: number | null, flag: ValueFlag, unit: IndicatorUnit): string {
  if (value === null) return valueFlagLabels[flag];
  const number = shownNumber(value, unit);
  return unit === 'COUNT' ? number : `${number} ${unitFacts[unit].label}`;
}

/** `31.12.2015`, `2015`, `Schuljahr 2015/16`, `März 2016`: the time a value tells of. */
export function shownPeriod(kind: PeriodKind, start: string, end: string): string {
  const [from, to] = [start.slice(0, 4), end.slice(0, 4)];
  if (kind === 'DAY' || kind === 'CENSUS') return formatShortDate(end);
  if (kind === 'MONTH') return `${monthName(Number(end.slice(5, 7)))} ${to}`;
  if (kind === 'HALF_YEAR') return `${end.slice(5, 7) <= '06' ? '1.' : '2.'} Halbjahr ${to}`;
  if (kind === 'SCHOOL_YEAR') return `${from}/${to.slice(2)}`;
  return from === to ? to : `${from} bis ${to}`;
}
