import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { accountProblems, passwordProblem } from '@runder-tisch/domain/accounts';
import { rowsIn } from '../database/rows';
import { problem } from '../problem/problem';

/** Argon2id (the library's default) with 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let nobodys: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST);
}

/** Takes the same time for an account without a password and for no account at all. */
export async function passwordFits(stored: string | null | undefined, password: string): Promise<boolean> {
  nobodys ??= hash(randomBytes(32), COST);
  const fits = await verify(stored ?? (await nobodys), password.normalize('NFC'));
  return fits && typeof stored === 'string';
}

/** Refuses what is too short, too long or what guessers try first; `ownWords` are name, address and county. */
export function assertGoodPassword(password: string, ownWords: readonly string[], path = 'password'): void {
  const code = passwordProblem(password, ownWords);
  if (code) throw problem(accountProblems, code, path);
}

export async function storePassword(tx: EntityManager, accountId: string, hashed: string): Promise<void> {
  await rowsIn(
    tx,
    sql`insert into account_password (id, hash) values (${accountId}, ${hashed})
        on conflict (id) do update set hash = excluded.hash`,
  );
}
