import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { rowsIn } from '../../database/rows';

/** Nothing waits for these any more; a draft that waits for none of its Hinweise ends. */
export async function forgetDrafts(tx: EntityManager, ids: readonly string[]): Promise<void> {
  const left = await rowsIn<{ draftId: string }>(
    tx,
    sql`delete from answer_draft_item where feedback_id = any(${[...ids]}::uuid[]) returning draft_id as "draftId"`,
  );
  if (left.length === 0) return;
  const draftIds = [...new Set(left.map(({ draftId }) => draftId))];
  await rowsIn(
    tx,
    sql`delete from answer_draft where id = any(${draftIds}::uuid[])
          and not exists (select 1 from answer_draft_item where draft_id = answer_draft.id)`,
  );
}
