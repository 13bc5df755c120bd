import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { feedbackNumber } from '@runder-tisch/domain/feedback';
import { berlinDay, dayParts } from '@runder-tisch/domain/time';
import { oneIn } from '../../database/rows';

/** The next numbers of the year. The counter's row stays locked until the transaction ends, so none is lost. */
export async function nextNumbers(tx: EntityManager, now: Date, count: number): Promise<string[]> {
  if (count === 0) return [];
  const { year } = dayParts(berlinDay(now));
  const counted = await oneIn<{ last: number }>(
    tx,
    sql`insert into feedback_counter (year, last) values (${year}, ${count})
        on conflict (year) do update set last = feedback_counter.last + excluded.last returning last`,
  );
  const last = counted?.last ?? count;
  return Array.from({ length: count }, (_, index) => feedbackNumber(year, last - count + index + 1));
}
