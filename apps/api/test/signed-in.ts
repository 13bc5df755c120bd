import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import type { Role } from '@runder-tisch/domain/accounts';
import { Client } from '@runder-tisch/scenario/client';
import { Sessions } from '../src/access/session';
import { SESSION_COOKIE } from '../src/access/session-cookie';
import { systemViewer } from '../src/access/viewer';
import { Database } from '../src/database/database';
import { rowsIn } from '../src/database/rows';
import type { TestApp } from './test-app';

export interface SignedIn extends Client {
  accountId: string;
  personId: string;
}

/** A client signed in as a fresh person with these roles: for specs that are about something else than signing in. */
export async function signedIn(
  app: Pick<TestApp, 'url' | 'get' | 'clock'>,
  ...roles: Role[]
): Promise<SignedIn> {
  const accountId = randomUUID();
  const personId = randomUUID();
  const name = roles.join('-') || 'ohne';
  const now = app.clock.now();
  await app.get(Database).write(systemViewer, 'test.account', async (tx) => {
    await rowsIn(
      tx,
      sql`insert into person (id, given_name, family_name, mail, created_at)
          values (${personId}, 'Test', ${`${name} ${accountId.slice(0, 4)}`}, ${`${accountId}@rolle.test`}, ${now})`,
    );
    await rowsIn(
      tx,
      sql`insert into account (id, person_id, mail, display_name, roles, created_at)
          values (${accountId}, ${personId}, ${`${accountId}@rolle.test`}, ${`Test ${name}`}, ${roles}, ${now})`,
    );
  });
  const { token } = await app.get(Sessions).open(accountId);
  return Object.assign(new Client(app.url, `${SESSION_COOKIE}=${token}`), { accountId, personId });
}

/** The same person after their session ended because the clock moved on. */
export async function signedInAgain(app: Pick<TestApp, 'url' | 'get'>, person: SignedIn): Promise<SignedIn> {
  const { accountId, personId } = person;
  const { token } = await app.get(Sessions).open(accountId);
  return Object.assign(new Client(app.url, `${SESSION_COOKIE}=${token}`), { accountId, personId });
}
