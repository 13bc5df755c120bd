import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { usedTextBlocks } from '@runder-tisch/domain/settings';
import { rowsIn } from '../../database/rows';
import type { Feedback } from '../feedback.entity';

/** Keeps which text blocks stand in the answers and their reasons, as they go out: two statements for any number. */
export async function keepTextBlocks(
  tx: EntityManager,
  answered: readonly Pick<Feedback, 'id' | 'answer' | 'reason'>[],
): Promise<void> {
  const blocks = await rowsIn<{ id: string; text: string }>(
    tx,
    sql`select id, text from text_block where category in ('ANSWER', 'REASON')`,
  );
  const known = new Map<string, string[]>();
  const rows = answered.flatMap(({ id, answer, reason }) => {
    const words = `${answer}\n${reason}`;
    const used = known.get(words) ?? usedTextBlocks(words, blocks);
    known.set(words, used);
    return used.map((blockId) => ({ id, blockId }));
  });
  await rowsIn(
    tx,
    sql`insert into feedback_text_block (feedback_id, text_block_id)
        select given.id, given."blockId" from json_to_recordset(${JSON.stringify(rows)}::json) as given(id uuid, "blockId" uuid)
        on conflict do nothing`,
  );
}

/** The answer was taken back. */
export async function forgetTextBlocks(tx: EntityManager, feedbackId: string): Promise<void> {
  await rowsIn(tx, sql`delete from feedback_text_block where feedback_id = ${feedbackId}`);
}
