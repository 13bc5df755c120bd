import { existsSync, writeFileSync } from 'node:fs';
import { refusalOf } from '@runder-tisch/scenario/client';
import { invitedMeeting } from '@runder-tisch/scenario/meetings';
import {
  approveMinutes,
  attend,
  endSession,
  minutesLine,
  sendProtocol,
  sessionOf,
  startSession,
} from '@runder-tisch/scenario/session';
import { heldRenderer, type OwnProcesses, ownProcesses, until } from '../../test/own-processes';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { Database } from '../database/database';
import { Pdfs } from './pdfs';

const MORNING = '2026-11-23T13:45:00+01:00';

describe('A PDF', () => {
  let app: TestApp;
  let coordinator: SignedIn;
  let processes: OwnProcesses;

  beforeEach(async () => {
    app = await testApp({ now: MORNING });
    coordinator = await signedIn(app, 'coordinator');
  });
  afterEach(async () => {
    await app.close();
    processes.close();
  });

  /** One with minutes, ready to be approved. */
  async function heldMeeting(title: string): Promise<string> {
    app.clock.set(MORNING);
    const { id } = await invitedMeeting(coordinator, {
      title,
      day: '2026-11-23',
      invitees: ['gast@pdf.test'],
    });
    app.clock.set('2026-11-23T13:55:00+01:00');
    await startSession(coordinator, id);
    for (const seat of (await sessionOf(coordinator, id)).attendance) await attend(coordinator, id, seat);
    await minutesLine(coordinator, id, { kind: 'TEXT', text: 'Ein Satz.' });
    app.clock.pass(10, 'minutes');
    await endSession(coordinator, id);
    return id;
  }

  async function holdsNothing(meetingId: string): Promise<void> {
    await app.database.rows('select 1 from meeting where id = $1 for update nowait', [meetingId]);
    // A transaction that stays open keeps its table locks; a statement alone has them for a moment.
    await until(
      async () =>
        (
          await app.database.rows(
            `select 1 from pg_locks where database = (select oid from pg_database where datname = current_database())
               and pid <> pg_backend_pid() and mode in ('AccessShareLock', 'RowShareLock', 'RowExclusiveLock')`,
          )
        ).length === 0,
    );
  }

  const file = (id: string) => coordinator.raw('GET', `/api/meetings/${id}/protocol.pdf`);

  it('is drawn while nobody waits for it: no transaction is open, the meeting is not locked', async () => {
    processes = ownProcesses({ 'pdf-renderer': heldRenderer });
    const id = await heldMeeting('Treffen');
    const list = coordinator.raw('GET', `/api/meetings/${id}/sign-in-list.pdf`);
    await until(() => existsSync(processes.file('begun')));
    await holdsNothing(id);
    await minutesLine(coordinator, id, { kind: 'TEXT', text: 'Noch ein Satz, während gedruckt wird.' });

    await approveMinutes(coordinator, id);
    const protocol = file(id);
    await until(
      async () => (await app.database.rows('select 1 from pdf_work where lease is not null')).length > 0,
    );
    await holdsNothing(id);
    writeFileSync(processes.file('go'), '');
    expect((await list).status).toBe(200);
    expect(Buffer.from(await (await protocol).arrayBuffer()).toString()).toBe('%PDF-held');
  });

  it('that two draw, because the lease of the first had ended, is filed once', async () => {
    processes = ownProcesses({ 'pdf-renderer': heldRenderer });
    await approveMinutes(coordinator, await heldMeeting('Treffen'));
    const pdfs = app.get(Pdfs);
    const leased = (attempts: number) =>
      until(
        async () =>
          (await app.database.rows(`select 1 from pdf_work where attempts = ${attempts}`)).length > 0,
      );
    const first = pdfs.runDue();
    await leased(1);
    expect(await pdfs.runDue()).toBe(0);
    app.clock.pass(2, 'minutes');
    const second = pdfs.runDue();
    await leased(2);
    writeFileSync(processes.file('go'), '');
    expect((await first) + (await second)).toBe(1);
    const parts = await app.database.rows<{ size: number; parts: number }>(
      `select size, (select count(*)::int from file_part where file_id = id) as parts from file where media_type = 'application/pdf'`,
    );
    expect(parts).toEqual([{ size: 9, parts: 1 }]);
  });

  it('that takes long has whoever waits ask again later', async () => {
    processes = ownProcesses({ 'pdf-renderer': heldRenderer });
    const id = await heldMeeting('Treffen');
    await approveMinutes(coordinator, id);
    const drawing = app.get(Pdfs).runDue();
    await until(() => existsSync(processes.file('begun')));
    const looked = jest.spyOn(app.get(Database), 'one');
    const looks = () => looked.mock.calls.filter(([{ text }]) => text.includes('from pdf_work')).length;
    let told = '';
    const asked = refusalOf(coordinator.get(`/api/meetings/${id}/protocol.pdf`)).then((it) => (told = it));
    await until(() => looks() > 1);
    app.clock.pass(30, 'seconds');
    await until(() => told !== '' || looks() > 5);
    writeFileSync(processes.file('go'), '');
    expect(await asked).toBe('pdf-not-yet');
    await drawing;
    expect((await file(id)).status).toBe(200);
  });

  it('that kills its process is set aside after three tries and keeps no other waiting', async () => {
    processes = ownProcesses({
      'pdf-renderer': `
import { existsSync } from 'node:fs';
process.on('message', ({ content }) => {
  if (content.title.includes('Gift') && !existsSync(FOLDER + '/mended')) process.exit(1);
  process.send({ bytes: Buffer.from('%PDF-drawn') });
});`,
    });
    const ill = await heldMeeting('Gift');
    const well = await heldMeeting('Gesund');
    for (const id of [ill, well]) await approveMinutes(coordinator, id);
    const pdfs = app.get(Pdfs);
    expect(await pdfs.runDue()).toBe(1);
    expect((await file(well)).status).toBe(200);
    for (let attempt = 2; attempt <= 3; attempt += 1) {
      app.clock.pass(1, 'minutes');
      await pdfs.runDue();
    }
    app.clock.pass(10, 'minutes');
    await pdfs.runDue();
    expect(await app.database.rows('select attempts from pdf_work')).toEqual([{ attempts: 3 }]);
    expect(await refusalOf(coordinator.get(`/api/meetings/${ill}/protocol.pdf`))).toBe('pdf-impossible');

    // Whoever sends the protocol has it tried again: after an update, for instance.
    writeFileSync(processes.file('mended'), '');
    expect(await sendProtocol(coordinator, ill)).toBe(1);
    expect((await file(ill)).status).toBe(200);
  });

  it('that needs too much memory ends alone, with a sentence for whoever asked', async () => {
    processes = ownProcesses({
      'pdf-renderer': `
import { existsSync } from 'node:fs';
const kept = [];
process.on('message', () => {
  if (existsSync(FOLDER + '/mended')) return process.send({ bytes: Buffer.from('%PDF-drawn') });
  setInterval(() => kept.push(Buffer.alloc(32 * 1024 * 1024, 1)), 5);
});`,
    });
    const id = await heldMeeting('Treffen');
    const list = () => coordinator.raw('GET', `/api/meetings/${id}/sign-in-list.pdf`);
    const refused = await list();
    expect(refused.status).toBe(503);
    expect(await refused.text()).toContain('ließ sich nicht erstellen');
    writeFileSync(processes.file('mended'), '');
    expect((await list()).status).toBe(200);
  });

  it('is drawn by a process kept warm, but not by one that the last left large', async () => {
    processes = ownProcesses({
      'pdf-renderer': `
import { existsSync } from 'node:fs';
const kept = [];
process.on('message', () => {
  if (existsSync(FOLDER + '/large')) kept.push(Buffer.alloc(300 * 1024 * 1024, 1));
  process.send({ bytes: Buffer.from('%PDF-' + process.pid) });
});`,
    });
    const id = await heldMeeting('Treffen');
    const drawnBy = async (): Promise<string> =>
      (await coordinator.raw('GET', `/api/meetings/${id}/sign-in-list.pdf`)).text();
    const first = await drawnBy();
    writeFileSync(processes.file('large'), '');
    expect(await drawnBy()).toBe(first);
    const next = await drawnBy();
    expect(next).toMatch(/^%PDF-\d+$/);
    expect(next).not.toBe(first);
  });
});
