import sql from 'sql-template-tag';
import { type TestApp, testApp } from '../../test/test-app';
import { APP_OPTIONS, type AppOptions } from '../app-options';
import { JobRuns } from './job-runs';
import { Jobs } from './jobs';

const until = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
  const end = Date.now() + 20_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('It did not come about.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

describe('Work that lies in rows', () => {
  let app: TestApp;
  let jobs: Jobs;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(() => {
    jobs = new Jobs(
      { ...app.get<AppOptions>(APP_OPTIONS), background: true, worker: 'this' },
      app.get(JobRuns),
    );
  });
  afterEach(() => jobs.onApplicationShutdown());
  afterAll(() => app.close());

  it('is begun where it waits, once at a time, while other work goes on beside it', async () => {
    const begun = { long: 0, short: 0, none: 0 };
    let finish = (): void => undefined;
    jobs.whenWaiting(
      'long',
      () => sql`true`,
      () => {
        begun.long += 1;
        return new Promise<void>((resolve) => (finish = resolve));
      },
    );
    jobs.whenWaiting(
      'short',
      () => sql`true`,
      () => Promise.resolve((begun.short += 1)),
    );
    jobs.whenWaiting(
      'none',
      () => sql`false`,
      () => Promise.resolve((begun.none += 1)),
    );
    await until(() => begun.short >= 2);
    expect(begun).toMatchObject({ long: 1, none: 0 });
    finish();
    await until(() => begun.long === 2);
    finish();
  });

  it('is written down as failed until it succeeds or nothing of it waits', async () => {
    let waits = true;
    jobs.whenWaiting(
      'failing',
      () => sql`${waits}::boolean`,
      () => Promise.reject(new Error('Platte voll')),
    );
    const failed = async (): Promise<boolean> =>
      (
        await app.database.rows<{ failed: boolean }>(
          `select coalesce(failed_at >= coalesce(succeeded_at, '-infinity'), false) as failed from job_run where name = 'failing'`,
        )
      )[0]?.failed ?? false;
    await until(failed);
    waits = false;
    app.clock.pass(1, 'minutes');
    await until(async () => !(await failed()));
  });
});
