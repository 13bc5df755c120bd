import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { berlinDay, dayParts } from '@runder-tisch/domain/time';
import { oneIn } from '../database/rows';

/** `M-2026-001`, as people cite them. The counter's row stays locked until the transaction ends, so none is lost. */
export async function nextMeasureNumbers(tx: EntityManager, now: Date, count: number): Promise<string[]> {
  if (count === 0) return [];
  const { year } = dayParts(berlinDay(now));
  const counted = await oneIn<{ last: number }>(
    tx,
    sql`insert into planning_counter (letter, year, last) values ('M', ${year}, ${count})
        on conflict (letter, year) do update set last = planning_counter.last + excluded.last returning last`,
  );
  const last = counted?.last ?? count;
  return Array.from(
    { length: count },
    (_, index) => `M-${year}-${String(last - count + index + 1).padStart(3, '0')}`,
  );
}
