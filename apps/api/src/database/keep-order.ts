import sql, { raw } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { listProblems } from '@runder-tisch/domain/lists';
import { problem } from '../problem/problem';
import { oneIn, rowsIn } from './rows';

/** Writes the order of a list that planners keep; refused if an entry came or went in between. */
export async function keepOrder(tx: EntityManager, table: string, ids: readonly string[]): Promise<void> {
  const entries = await rowsIn<{ id: string }>(tx, sql`select id from ${raw(table)} order by id for update`);
  const asked = new Set(ids);
  if (entries.length !== asked.size || entries.some((entry) => !asked.has(entry.id)))
    throw problem(listProblems, 'order-incomplete');
  await rowsIn(
    tx,
    sql`update ${raw(table)} it set position = wanted.position
        from unnest(${[...ids]}::uuid[]) with ordinality as wanted (id, position)
        where it.id = wanted.id and it.position <> wanted.position`,
  );
}

/** The position behind the last entry. */
export async function lastPosition(tx: EntityManager, table: string): Promise<number> {
  const last = await oneIn<{ position: number }>(
    tx,
    sql`select coalesce(max(position), 0)::int as position from ${raw(table)}`,
  );
  return (last?.position ?? 0) + 1;
}
