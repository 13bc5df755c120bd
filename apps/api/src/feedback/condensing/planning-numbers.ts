import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { planningNumber } from '@runder-tisch/domain/feedback';
import { berlinDay, dayParts } from '@runder-tisch/domain/time';
import { oneIn } from '../../database/rows';

/** The next number of this letter and year. The counter's row stays locked until the transaction ends, so none is lost. */
export async function nextPlanningNumber(tx: EntityManager, letter: string, now: Date): Promise<string> {
  const { year } = dayParts(berlinDay(now));
  const counted = await oneIn<{ last: number }>(
    tx,
    sql`insert into planning_counter (letter, year, last) values (${letter}, ${year}, 1)
        on conflict (letter, year) do update set last = planning_counter.last + 1 returning last`,
  );
  return planningNumber(letter, year, counted?.last ?? 1);
}
