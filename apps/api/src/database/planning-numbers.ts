import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { planningNumber } from '@runder-tisch/domain/lists';
import { berlinDay, dayParts } from '@runder-tisch/domain/time';
import { oneIn } from './rows';

/**
 * The next number of this letter in the year of `now`, or in a year before it. The counter's row stays locked until the
 * transaction ends, so none is lost.
 */
export async function nextPlanningNumber(
  tx: EntityManager,
  letter: string,
  now: Date,
  year: number = dayParts(berlinDay(now)).year,
): Promise<string> {
  const [number = ''] = await nextPlanningNumbers(tx, letter, year, 1);
  return number;
}

/** Several in a row, in one statement. */
export async function nextPlanningNumbers(
  tx: EntityManager,
  letter: string,
  year: number,
  count: number,
): Promise<string[]> {
  if (count === 0) return [];
  const counted = await oneIn<{ last: number }>(
    tx,
    sql`insert into planning_counter (letter, year, last) values (${letter}, ${year}, ${count})
        on conflict (letter, year) do update set last = planning_counter.last + excluded.last returning last`,
  );
  const before = (counted?.last ?? count) - count;
  return Array.from({ length: count }, (_, index) => planningNumber(letter, year, before + index + 1));
}
