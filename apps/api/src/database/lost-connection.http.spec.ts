import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { SaveOrganisation } from '@runder-tisch/domain/actors/actors-requests';
import { signedIn, type SignedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

const ROUNDS = 20;
const AT_ONCE = 8;

describe('A database that goes away', () => {
  let app: TestApp;
  let planner: SignedIn;
  let killer: Client;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
    killer = new Client({ connectionString: app.database.url });
    await killer.connect();
  });
  afterAll(async () => {
    await killer.end();
    await app.close();
  });

  /** As when the server is shut down: every connection of the API ends, whatever it is doing. */
  const cut = () =>
    killer.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`,
    );

  it('in the middle of anything is told as 503 with Retry-After, and what was acknowledged is there', async () => {
    const acknowledged: string[] = [];
    const statuses = new Map<number, number>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const asked = Promise.all(
        Array.from({ length: AT_ONCE }, async () => {
          const name = `Verein ${randomUUID()}`;
          const answer = await planner.raw(
            'POST',
            '/api/organisations',
            Object.assign(new SaveOrganisation(), { name }),
            {
              'Idempotency-Key': randomUUID(),
            },
          );
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
          if (answer.status === 201) acknowledged.push(name);
          else expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
          const list = await planner.raw('GET', '/api/organisations?limit=50');
          statuses.set(list.status, (statuses.get(list.status) ?? 0) + 1);
          if (list.status !== 200) expect([list.status, list.headers.get('retry-after')]).toEqual([503, '5']);
        }),
      );
      // Each round a little later: at the first question, between two statements, at the end.
      for (let moment = 0; moment < 3; moment += 1) {
        await new Promise((resolve) => setTimeout(resolve, 3 * round));
        await cut();
      }
      await asked;
    }
    expect([...statuses.keys()].sort()).toEqual([200, 201, 503]);
    const there = await app.database.rows<{ name: string }>(
      `select name from organisation where name = any($1)`,
      [acknowledged],
    );
    expect(there).toHaveLength(acknowledged.length);
  });
});
