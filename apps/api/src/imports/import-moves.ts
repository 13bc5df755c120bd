import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { type ImportMove, importMoves, importProblems, type ImportState } from '@runder-tisch/domain/imports';
import { generalProblems } from '@runder-tisch/domain/problem';
import { oneIn, rowsIn } from '../database/rows';
import { problem, refused } from '../problem/problem';
import type { ImportRun } from './import-run';

export async function moveRun(tx: EntityManager, id: string, move: ImportMove): Promise<ImportState> {
  const to = await claimMove(tx, id, move);
  await rowsIn(tx, sql`update import_run set state = ${to} where id = ${id}`);
  await rowsIn(
    tx,
    sql`update import_work set lease = null, lease_until = null, attempts = 0, done = 0, total = 0 where run_id = ${id}`,
  );
  return to;
}

/**
 * Locks the import for this move and answers where it leads; two people at once are asked to look again. The rows a
 * running import writes hold on to its key, so only that stays free: otherwise nobody could stop it.
 */
export async function claimMove(tx: EntityManager, id: string, move: ImportMove): Promise<ImportState> {
  const run = await oneIn<Pick<ImportRun, 'state'>>(
    tx,
    sql`select state from import_run where id = ${id} for no key update`,
  );
  if (!run) throw problem(generalProblems, 'not-found');
  const { to, refusal } = importMoves.next(run.state, move);
  if (refusal) throw refused(importProblems, refusal);
  return to;
}

export async function forgetCheck(tx: EntityManager, id: string): Promise<void> {
  await rowsIn(tx, sql`delete from import_entry where run_id = ${id}`);
  await rowsIn(tx, sql`delete from import_problem where run_id = ${id}`);
}
