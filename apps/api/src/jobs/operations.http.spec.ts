import { readFileSync } from 'node:fs';
import type { OperationsView } from '@runder-tisch/domain/operations';
import { refusalOf } from '@runder-tisch/scenario/client';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { JobRuns } from './job-runs';

describe('How the house runs', () => {
  let app: TestApp;
  let admin: SignedIn;

  beforeAll(async () => {
    app = await testApp({ now: '2026-03-10T09:00:00Z' });
    admin = await signedIn(app, 'admin');
  });
  afterAll(() => app.close());

  const view = (): Promise<OperationsView> => admin.get<OperationsView>('/api/operations');

  it('warns without a backup and when the last one is older than a week', async () => {
    expect(await view()).toMatchObject({ backupAt: null, backupLate: true });
    const made = (at: string) =>
      app.database.rows('insert into backup_run (id, made_at, bytes) values (gen_random_uuid(), $1, 1000)', [
        at,
      ]);
    await made('2026-03-02T09:00:00Z');
    expect((await view()).backupLate).toBe(true);
    await made('2026-03-04T09:00:00Z');
    expect(await view()).toMatchObject({ backupAt: '2026-03-04T09:00:00.000Z', backupLate: false });
  });

  it('names a job that failed, until it succeeds again', async () => {
    const runs = app.get(JobRuns);
    await runs.succeeded('sweep');
    app.clock.pass(1, 'minutes');
    await runs.failed('sweep', new Error('Festplatte voll'));
    expect((await view()).failedJobs).toMatchObject([{ name: 'sweep', error: 'Festplatte voll' }]);
    app.clock.pass(1, 'minutes');
    await runs.succeeded('sweep');
    expect((await view()).failedJobs).toEqual([]);
  });

  it('says which version of the product runs', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect((await view()).version).toBe(version);
  });

  it('is for the administration alone', async () => {
    const planner = await signedIn(app, 'planner');
    expect(await refusalOf(planner.get('/api/operations'))).toBe('forbidden');
  });
});
