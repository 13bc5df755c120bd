import { addDays, addMonths, type Day } from '../time';
import type { AreaLevel } from './catalogue/indicator-words';

/** How far back completeness looks: one cycle of planning. */
export const lookBackMonths = 60;

/** How many periods a source with this rhythm publishes in five years; one where it publishes once. */
export function expectedPeriods(rhythmMonths: number | null): number {
  return rhythmMonths === null ? 1 : Math.max(1, Math.floor(lookBackMonths / rhythmMonths));
}

/** How many areas of the county have a value of their own in each period. */
export function expectedAreas(levels: readonly AreaLevel[], municipalities: number): number {
  const counted = levels.map((level) => {
    if (level === 'MUNICIPALITY') return municipalities;
    return level === 'COUNTY' || level === 'STATE' ? 1 : 0;
  });
  return counted.reduce((sum: number, count) => sum + count, 0);
}

export interface Completeness {
  /** Values there are of those expected in the last five years that may be known by now. */
  present: number;
  expected: number;
}

/** Share from 0 to 1; null where nothing is expected. */
export function shareOf({ present, expected }: Completeness): number | null {
  return expected > 0 ? Math.min(1, present / expected) : null;
}

/** The last day whose values a source with this delay should have published by `today`. */
export function dueUntil(today: Day, lagMonths: number): Day {
  return addMonths(today, -lagMonths);
}

export interface ReleaseFacts {
  /** End of the newest period there is; null without any value. */
  newestPeriodEnd: Day | null;
  rhythmMonths: number | null;
  lagMonths: number;
  /** As the publisher announced it; goes before what is worked out. */
  announcedOn: Day | null;
}

export interface Release {
  expectedOn: Day | null;
  overdue: boolean;
}

/**
 * When the next values are to be expected: end of the newest period + rhythm + delay. Nothing is expected of a source
 * that publishes once, and nothing can be worked out before the first value.
 */
export function nextRelease(facts: ReleaseFacts, today: Day): Release {
  const workedOut =
    facts.newestPeriodEnd === null || facts.rhythmMonths === null
      ? null
      : endOfMonthKept(facts.newestPeriodEnd, facts.rhythmMonths + facts.lagMonths);
  const expectedOn = facts.announcedOn ?? workedOut;
  return { expectedOn, overdue: expectedOn !== null && expectedOn < today };
}

/** The last day of a month stays the last day of a month: 30.06. + 6 months is 31.12. */
function endOfMonthKept(day: Day, months: number): Day {
  return addDays(addMonths(addDays(day, 1), months), -1);
}
