import type { EntityManager } from 'typeorm';
import sql from 'sql-template-tag';
import { oneIn, rowsIn } from './rows';

/**
 * Every advisory lock, under a number of its own: two that shared one would wait for each other without a reason.
 * The database knows nothing but the number, so nobody else may take one.
 */
export const advisoryLocks = {
  /** One replica migrates, the others wait. */
  migration: 7_042_026,
  /** One list at a time is written or taken back. */
  importWriting: 7_042_028,
  /** One upload reads another sheet of its workbook at a time. */
  importSheet: 7_042_029,
  /** The last administrator stays one. */
  administrators: 7_042_030,
  /** One table of figures at a time is taken over or taken back. */
  figureWriting: 7_042_031,
} as const;

export type AdvisoryLock = keyof typeof advisoryLocks;

/** Waits for the lock and keeps it to the end of the transaction. */
export async function waitFor(tx: EntityManager, lock: AdvisoryLock): Promise<void> {
  await rowsIn(tx, sql`select pg_advisory_xact_lock(${advisoryLocks[lock]}, hashtext(''))`);
}

/** Takes the lock, of one object where there is one per object, to the end of the transaction; false: somebody else has it. */
export async function tryLock(tx: EntityManager, lock: AdvisoryLock, object = ''): Promise<boolean> {
  const got = await oneIn<{ alone: boolean }>(
    tx,
    sql`select pg_try_advisory_xact_lock(${advisoryLocks[lock]}, hashtext(${object})) as alone`,
  );
  return got?.alone ?? false;
}
