import { addDays, addMonths, dayParts, daysBetween, isDay, joinDay, weekdayName, type Day } from '../../time';
import { sameWeekdayAfter } from '../next-meeting';

export const seriesRhythms = ['WEEKS', 'MONTHS_WEEKDAY', 'MONTHS_DAY'] as const;
export type SeriesRhythm = (typeof seriesRhythms)[number];

export const seriesLimits = { every: 12, dates: 60 } as const;

/** How a series goes on from its first day. */
export interface SeriesRule {
  firstDay: Day;
  /** Weeks on the same weekday, months on the same weekday of the month (second Wednesday) or on the same day. */
  rhythm: SeriesRhythm;
  /** Every how many weeks or months. */
  every: number;
  /** The last day a date may fall on; the series ends at the latest after `seriesLimits.dates` dates. */
  untilDay: Day;
}

/** The days of a series, the first one included; none where a day is malformed or the end lies before the first. */
export function seriesDays({ firstDay, rhythm, every, untilDay }: SeriesRule): Day[] {
  if (!isDay(firstDay) || !isDay(untilDay) || !Number.isInteger(every) || every < 1) return [];
  const days: Day[] = [];
  for (let round = 0; days.length < seriesLimits.dates; round += 1) {
    const day = dayOfRound(firstDay, rhythm, every * round);
    if (day === null) continue;
    if (daysBetween(day, untilDay) < 0) break;
    days.push(day);
  }
  return days;
}

/** Null where the month has no such day: then nobody meets, as calendars repeat it too (RFC 5545 3.3.10). */
function dayOfRound(firstDay: Day, rhythm: SeriesRhythm, units: number): Day | null {
  if (rhythm === 'WEEKS') return addDays(firstDay, units * 7);
  if (rhythm === 'MONTHS_WEEKDAY') return units === 0 ? firstDay : sameWeekdayAfter(firstDay, units);
  const day = addMonths(firstDay, units);
  return dayParts(day).dayOfMonth === dayParts(firstDay).dayOfMonth ? day : null;
}

/** A fifth weekday that a month has not is its last one, so that is what it is called. */
const ordinals = ['ersten', 'zweiten', 'dritten', 'vierten', 'letzten'];

/** The rhythm in words: `jeden zweiten Mittwoch`, `an jedem zweiten Mittwoch im Monat`, `alle 3 Monate am 14.` */
export function seriesWords({
  firstDay,
  rhythm,
  every,
}: Pick<SeriesRule, 'firstDay' | 'rhythm' | 'every'>): string {
  if (!isDay(firstDay)) return '';
  const name = weekdayName(firstDay);
  const { dayOfMonth } = dayParts(firstDay);
  if (rhythm === 'WEEKS') {
    if (every === 1) return `jeden ${name}`;
    return every === 2 ? `jeden zweiten ${name}` : `alle ${every} Wochen am ${name}`;
  }
  const months = every === 1 ? 'jeden Monat' : `alle ${every} Monate`;
  if (rhythm === 'MONTHS_DAY') return `${months} am ${dayOfMonth}.`;
  return `${months} am ${ordinals[Math.ceil(dayOfMonth / 7) - 1]} ${name}`;
}

/** What usually makes a date of a series fall out. */
export interface SeriesExceptions {
  schoolHolidays: boolean;
  publicHolidays: boolean;
  sittingWeeks: boolean;
}

/** Whether a date falls out of the series by its exceptions. */
export function fallsOut(
  exceptions: SeriesExceptions,
  date: { holiday: string | null; schoolHolidays: readonly string[]; sittingWeeks: readonly string[] },
): boolean {
  return (
    (exceptions.publicHolidays && date.holiday !== null) ||
    (exceptions.schoolHolidays && date.schoolHolidays.length > 0) ||
    (exceptions.sittingWeeks && date.sittingWeeks.length > 0)
  );
}

/** As far as a series reaches where nobody says: to the end of the year, of the next one from October on. */
export function usualSeriesEnd(firstDay: Day): Day {
  const { year, month } = dayParts(firstDay);
  return joinDay(month >= 10 ? year + 1 : year, 12, 31);
}
