import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { ALL_ITEMS, type LearnedCounts, termsToLearn } from '@runder-tisch/domain/feedback/suggestions';
import { rowsIn } from '../../database/rows';
import type { Feedback } from '../feedback.entity';
import type { ReadRows } from './suggestion-fields';

type Taught = Pick<Feedback, 'primaryFieldId' | 'triagedText'>;

/** Counts a link that came or went. Only checked text teaches, and nothing of it is kept but hashes with a count. */
export async function learnLink(tx: EntityManager, before: Taught, after: Taught): Promise<void> {
  if (before.primaryFieldId === after.primaryFieldId && before.triagedText === after.triagedText) return;
  await count(tx, before, -1);
  await count(tx, after, 1);
}

async function count(tx: EntityManager, { primaryFieldId, triagedText }: Taught, by: 1 | -1): Promise<void> {
  if (primaryFieldId === null || triagedText === null) return;
  const terms = [ALL_ITEMS, ...termsToLearn(triagedText)];
  // Always in the same order, so that two who link at once wait for each other instead of locking up.
  await rowsIn(
    tx,
    sql`insert into suggestion_count (term, field_id, items)
        select distinct hashtextextended(term, 0) as hash, ${primaryFieldId}::uuid, greatest(${by}::int, 0)
        from unnest(${terms}::text[]) as term order by hash
        on conflict (term, field_id) do update set items = greatest(suggestion_count.items + ${by}::int, 0)`,
  );
}

/** What was linked before, for the words of one text. */
export async function learnedFor(read: ReadRows, text: string): Promise<LearnedCounts> {
  const rows = await read<{ term: string; fieldId: string; items: number }>(sql`
    select asked.term, field_id as "fieldId", items
    from unnest(${[ALL_ITEMS, ...termsToLearn(text)]}::text[]) as asked(term)
      join suggestion_count on suggestion_count.term = hashtextextended(asked.term, 0)
    where items > 0`);
  const items = new Map<string, number>();
  const terms = new Map<string, Map<string, number>>();
  for (const row of rows) {
    if (row.term === ALL_ITEMS) items.set(row.fieldId, row.items);
    else terms.set(row.term, (terms.get(row.term) ?? new Map<string, number>()).set(row.fieldId, row.items));
  }
  return { items, terms };
}
