import { readFileSync } from 'node:fs';
import { documentOf } from '@runder-tisch/domain/documents';
import type { OperationsView } from '@runder-tisch/domain/operations';
import { refusalOf } from '@runder-tisch/scenario/client';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { systemViewer } from '../access/viewer';
import { APP_OPTIONS, type AppOptions } from '../app-options';
import { Database } from '../database/database';
import { Pdfs } from '../documents/pdfs';
import { WORKER_JOB } from './housekeeping';
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

  it('says when the worker gave no sign of life, and how many PDFs were tried in vain', async () => {
    expect(await view()).toMatchObject({ worker: null, pdfsSetAside: 0 });
    const document = {
      content: documentOf('Protokoll', []),
      footer: '',
      created: '',
      countyName: '',
      logoFileId: null,
    };
    await app.get(Database).write(systemViewer, 'test', (tx) => app.get(Pdfs).file(tx, 'a.pdf', document));
    await app.database.rows(`update pdf_work set attempts = 3`);
    expect((await view()).pdfsSetAside).toBe(1);

    app.get<AppOptions>(APP_OPTIONS).worker = 'beside';
    const uptime = jest.spyOn(process, 'uptime').mockReturnValue(3600);
    expect((await view()).worker).toEqual({ seenAt: null, silent: true });
    await app.get(JobRuns).succeeded(WORKER_JOB);
    expect((await view()).worker).toEqual({ seenAt: app.clock.now().toISOString(), silent: false });
    app.clock.pass(4, 'minutes');
    expect((await view()).worker).toMatchObject({ silent: true });
    uptime.mockReturnValue(10);
    expect((await view()).worker).toMatchObject({ silent: false });
    uptime.mockRestore();
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
