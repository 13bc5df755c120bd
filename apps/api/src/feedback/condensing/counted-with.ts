import sql from 'sql-template-tag';
import { In, type EntityManager } from 'typeorm';
import { rowsIn } from '../../database/rows';
import { Feedback } from '../feedback.entity';

/** What is counted with these, locked in one order. */
export async function countedWith(tx: EntityManager, ids: readonly string[]): Promise<Feedback[]> {
  const locked = await rowsIn<{ id: string }>(
    tx,
    sql`select id from feedback where counted_with_id = any(${[...ids]}::uuid[]) order by id for update`,
  );
  if (locked.length === 0) return [];
  return tx.findBy(Feedback, { id: In(locked.map(({ id }) => id)) });
}
