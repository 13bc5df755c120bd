import { type ChildProcess, execFile, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import type { ImportView } from '@runder-tisch/domain/imports';
import { organisation } from '@runder-tisch/scenario/actors';
import { suggestedColumns, uploadedList } from '@runder-tisch/scenario/imports';
import { invitedMeeting } from '@runder-tisch/scenario/meetings';
import {
  approveMinutes,
  attend,
  endSession,
  minutesLine,
  sessionOf,
  startSession,
} from '@runder-tisch/scenario/session';
import { heldRenderer, type OwnProcesses, ownProcesses, until } from '../../test/own-processes';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { Pdfs } from '../documents/pdfs';
import { ImportWorker } from '../imports/import-worker';
import { WorkerProcess } from './worker-process';

const workspace = join(__dirname, '../../../..');
const built = join(workspace, 'dist/api');
const ROWS = 1500;

/** The worker as it runs beside the API, killed in the middle of its work. */
describe('The worker', () => {
  let office: TestApp;
  let coordinator: SignedIn;
  let worker: ChildProcess | undefined;
  let processes: OwnProcesses | undefined;

  beforeAll(async () => {
    await promisify(execFile)(process.execPath, [join(workspace, 'apps/api/build.mjs')], {
      env: { ...process.env, NODE_OPTIONS: '' },
    });
  }, 120_000);
  beforeEach(() => {
    processes = undefined;
  });
  afterEach(async () => {
    worker?.kill('SIGKILL');
    await office.close();
    processes?.close();
  });

  /** The API without a worker of its own, at the time the worker lives in. */
  async function open(now: Date): Promise<void> {
    office = await testApp({ now: now.toISOString() });
    coordinator = await signedIn(office, 'coordinator');
  }

  function start(): ChildProcess {
    worker = fork(join(built, 'worker.mjs'), {
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        DATABASE_URL: office.database.url,
        PORT: '0',
        LOG_LEVEL: 'silent',
      },
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    return worker;
  }

  /** Killed, and its transactions gone with it. */
  async function kill(child: ChildProcess): Promise<void> {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  const there = async (query: string): Promise<boolean> => (await office.database.rows(query)).length > 0;
  const see = (id: string) => coordinator.get<ImportView>(`/api/imports/${id}`);

  it('killed in the middle of a list leaves nothing and no lock; another one takes it over once', async () => {
    await open(new Date());
    const known = await organisation(coordinator, { name: 'Schon da (Demo)' });
    const rows = Array.from({ length: ROWS }, (_, at) => `Neu ${at} (Demo);Zerbst;03923 ${at}`);
    const view = await uploadedList(
      coordinator,
      'liste.csv',
      `Organisation;Ort;Telefon\nSchon da (Demo);Zerbst;03923 1\n${rows.join('\n')}\n`,
    );
    await coordinator.post(`/api/imports/${view.id}/check`, { columns: suggestedColumns(view) });
    await office.get(ImportWorker).runDue();
    await coordinator.post(`/api/imports/${view.id}/apply`);

    // Held where all is written and nothing committed.
    const holder = new Client({ connectionString: office.database.ownerUrl });
    await holder.connect();
    await holder.query('begin; lock table import_link in share mode');
    const child = start();
    await until(() =>
      there(`select 1 from pg_locks where relation = 'import_link'::regclass and not granted`),
    );
    expect(await see(view.id)).toMatchObject({ state: 'APPLYING', done: 2 * (ROWS + 1) });
    await kill(child);
    await holder.end();
    await until(async () => !(await there(`select 1 from pg_locks where locktype = 'advisory'`)));

    const count = `select count(*)::int as count from organisation where name like 'Neu % (Demo)'`;
    expect(await office.database.rows(count)).toEqual([{ count: 0 }]);
    await office.database.rows(`select 1 from organisation where id = '${known}' for update nowait`);
    expect(await office.get(ImportWorker).runDue()).toBe(0);
    office.clock.pass(2, 'minutes');
    expect(await office.get(ImportWorker).runDue()).toBe(1);
    expect(await see(view.id)).toMatchObject({ state: 'APPLIED', note: '' });
    expect(await office.database.rows(count)).toEqual([{ count: ROWS }]);
  }, 120_000);

  it('killed while it draws a PDF leaves it to the next, who files it once', async () => {
    await open(new Date('2026-11-23T13:45:00+01:00'));
    const { id } = await invitedMeeting(coordinator, { day: '2026-11-23', invitees: ['gast@worker.test'] });
    await startSession(coordinator, id);
    for (const seat of (await sessionOf(coordinator, id)).attendance) await attend(coordinator, id, seat);
    await minutesLine(coordinator, id, { kind: 'TEXT', text: 'Ein Satz.' });
    office.clock.pass(20, 'minutes');
    await endSession(coordinator, id);
    await approveMinutes(coordinator, id);

    const real = process.env['RT_PROCESSES'];
    const held = (processes = ownProcesses({ 'pdf-renderer': heldRenderer }));
    const child = start();
    await until(() => existsSync(held.file('begun')));
    await office.database.rows(`select 1 from meeting where id = '${id}' for update nowait`);
    await kill(child);
    expect(await office.database.rows('select attempts from pdf_work where lease is not null')).toEqual([
      { attempts: 1 },
    ]);

    process.env['RT_PROCESSES'] = real;
    const pdfs = office.get(Pdfs);
    office.clock.set(new Date());
    expect(await pdfs.runDue()).toBe(0);
    office.clock.pass(2, 'minutes');
    expect(await pdfs.runDue()).toBe(1);
    expect(await pdfs.runDue()).toBe(0);
    const files = await office.database.rows(
      `select size > 1000 as drawn, (select count(*)::int from file_part where file_id = id) as parts from file`,
    );
    expect(files).toEqual([{ drawn: true, parts: 1 }]);
  }, 120_000);

  it('is started again when it is killed, and the API answers meanwhile', async () => {
    processes = ownProcesses({});
    process.env['RT_PROCESSES'] = built;
    office = await testApp({ worker: true });
    const of = office.get(WorkerProcess);
    const first = of.pid;
    expect(first).not.toBeNull();
    process.kill(first as number, 'SIGKILL');
    await until(() => of.pid === null);
    expect((await fetch(`${office.url}/api/health/ready`)).status).toBe(200);
    await until(() => of.pid !== null);
    const second = of.pid as number;
    expect(second).not.toBe(first);
    await until(() => there(`select 1 from job_run where name = 'pdfs'`));
    await of.onApplicationShutdown();
    expect(() => process.kill(second, 0)).toThrow('ESRCH');
  }, 120_000);

  it('leaves the mails of a demo readable when it starts', async () => {
    office = await testApp({ smtp: false, now: new Date().toISOString() });
    coordinator = await signedIn(office, 'coordinator');
    await invitedMeeting(coordinator, { day: '2028-11-23', invitees: ['gast@worker.test'] });
    expect(await there('select 1 from outbox_message where preview is not null')).toBe(true);
    start();
    await until(() => there(`select 1 from job_run where name = 'pdfs'`));
    expect(await office.database.rows('select 1 from outbox_message where preview is null')).toEqual([]);
  }, 120_000);
});
