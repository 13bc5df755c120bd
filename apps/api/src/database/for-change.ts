import sql, { empty, raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { generalProblems } from '@runder-tisch/domain/problem';
import { problem, type ProblemException } from '../problem/problem';
import { oneIn } from './rows';

/** Predicates of one kind over the alias `it`, and what is said to those who see it but may not change it. */
export interface ChangeRights {
  table: string;
  visible: Sql;
  may: Sql;
  refusal?: () => ProblemException;
}

/**
 * One object under its lock, for a change: out of sight is 404, in sight but not this viewer's to change is 403.
 * Answers with `columns`.
 */
export function forChange<Row extends object>(
  tx: EntityManager,
  rights: ChangeRights,
  id: string,
  columns: Sql = sql`it.id`,
): Promise<Row> {
  return changeable(tx, rights, id, columns, sql`for update of it`);
}

/** The same without its lock, to see what a change would do. */
export async function changeable<Row extends object>(
  tx: EntityManager,
  { table, visible, may, refusal }: ChangeRights,
  id: string,
  columns: Sql = sql`it.id`,
  lock: Sql = empty,
): Promise<Row> {
  const found = await oneIn<Row & { mayChange: boolean }>(
    tx,
    sql`select ${columns}, coalesce(${may}, false) as "mayChange"
        from ${raw(table)} it where it.id = ${id} and (${visible} or ${may}) ${lock}`,
  );
  if (!found) throw problem(generalProblems, 'not-found');
  if (!found.mayChange) throw refusal?.() ?? problem(generalProblems, 'forbidden');
  return found;
}
