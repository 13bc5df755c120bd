import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { refusalOf } from '@runder-tisch/scenario/client';
import { type RunningMeeting, countySettings, runningMeeting } from '../../../test/running-meeting';
import { signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { systemViewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { rowsIn } from '../../database/rows';

describe('A running meeting', () => {
  let app: TestApp;
  let coordinator: RunningMeeting['coordinator'];
  let meetingId: RunningMeeting['meetingId'];
  let personId: RunningMeeting['personId'];
  let invitationId: RunningMeeting['invitationId'];
  let path: RunningMeeting['path'];
  let line: RunningMeeting['line'];
  let put: RunningMeeting['put'];
  let session: RunningMeeting['session'];
  let present: RunningMeeting['present'];

  beforeAll(async () => {
    app = await testApp();
    await countySettings(app);
  });
  beforeEach(async () => {
    app.smtp.clear();
    ({ coordinator, meetingId, personId, invitationId, path, line, put, session, present } =
      await runningMeeting(app));
  });
  afterAll(() => app.close());

  it('keeps a line once, however often the device repeats it', async () => {
    const id = randomUUID();
    const first = await put(id, { text: 'Elf Wochen Wartezeit.' });
    expect(await put(id, { text: 'Elf Wochen Wartezeit.' })).toEqual(first);
    expect((await session()).entries).toHaveLength(1);
  });

  it('refuses to write over a line that changed on another device, so that both can be kept', async () => {
    const id = randomUUID();
    await put(id, { text: 'Erste Fassung' });
    await put(id, { text: 'Vom Tablet' }, 1);
    expect(await refusalOf(put(id, { text: 'Vom Laptop' }, 1))).toBe('line-changed-elsewhere');
    expect((await session()).entries[0]?.text).toBe('Vom Tablet');
  });

  it('keeps what comes late from a device once, and both versions where another one was faster', async () => {
    const [line, seat, words] = [randomUUID(), randomUUID(), randomUUID()];
    const hinweis = () =>
      coordinator.put(`/api/feedback/${words}`, { meetingId, text: 'Elf Wochen', speakerRole: '' }, 0);
    const tick = () =>
      coordinator.put(path(`attendance/${seat}`), { invitationId, present: true, guestName: '' }, 0);
    for (let times = 0; times < 2; times++) {
      await hinweis();
      await put(line, { kind: 'FEEDBACK', referenceId: words });
      await tick();
    }
    const { entries, attendance } = await session();
    expect(entries.map((it) => it.id)).toEqual([line]);
    expect(attendance.filter((it) => it.present).map((it) => it.invitationId)).toEqual([invitationId]);
    expect(
      await app.database.rows(`select count(*)::int as said from feedback where meeting_id = $1`, [
        meetingId,
      ]),
    ).toEqual([{ said: 1 }]);

    const [shared, own] = [randomUUID(), randomUUID()];
    await put(shared, { text: 'Erste Fassung', position: 2 });
    await put(shared, { text: 'Vom anderen Gerät', position: 2 }, 1);
    expect(await refusalOf(put(shared, { text: 'Von diesem', position: 2 }, 1))).toBe(
      'line-changed-elsewhere',
    );
    await put(own, { text: 'Von diesem', position: 2.5 });
    expect((await session()).entries.map((it) => it.text)).toEqual(['', 'Vom anderen Gerät', 'Von diesem']);
  });

  it('takes nothing from a device in the name of somebody who signed in there since', async () => {
    const send = (accountId: string): Promise<Response> =>
      fetch(app.url + path(`minutes/${randomUUID()}`), {
        method: 'PUT',
        headers: {
          ...{ 'Content-Type': 'application/json', 'X-RT-Request': '1', 'If-Match': '"v0"' },
          ...{ 'X-RT-Account': accountId, Cookie: coordinator.cookie ?? '' },
        },
        body: JSON.stringify(line({ text: 'Wer hat das geschrieben?' })),
      });
    const refused = await send(randomUUID());
    expect([refused.status, await refused.json()]).toEqual([
      401,
      expect.objectContaining({ code: 'account-changed' }),
    ]);
    expect((await session()).entries).toEqual([]);
    expect((await send(coordinator.accountId)).status).toBe(200);
  });

  it('leaves a line that another device wrote in between, and removes what was seen once however often it is said', async () => {
    const id = randomUUID();
    await put(id, { text: 'Erste Fassung' });
    await put(id, { text: 'Vom Tablet' }, 1);
    expect(await refusalOf(coordinator.delete(path(`minutes/${id}`), 1))).toBe('line-changed-elsewhere');
    expect((await session()).entries.map((line) => line.text)).toContain('Vom Tablet');
    const removed = await coordinator.delete(path(`minutes/${id}`), 2);
    expect(await coordinator.delete(path(`minutes/${id}`), 2)).toEqual(removed);
    expect(await refusalOf(coordinator.delete(path(`minutes/${id}`)))).toBe('version-missing');
    expect((await session()).entries.map((line) => line.text)).not.toContain('Vom Tablet');
  });

  it('brings a removed line back', async () => {
    const id = randomUUID();
    await put(id, { text: 'Doch wichtig' });
    const { version } = await coordinator.delete<{ version: number }>(path(`minutes/${id}`), 1);
    expect((await session()).entries).toEqual([]);
    await put(id, { text: 'Doch wichtig' }, version);
    expect((await session()).entries).toHaveLength(1);
  });

  it('makes a task of a task line and lets it lapse with the line', async () => {
    const id = randomUUID();
    await put(id, {
      kind: 'TASK',
      text: 'Liste verschicken',
      task: { dueOn: '2025-04-01', personId, organisationId: null },
    });
    const tasks = () =>
      app.database.rows<{ state: string; title: string }>(
        `select state, title from task where meeting_id = $1`,
        [meetingId],
      );
    expect(await tasks()).toEqual([{ state: 'OPEN', title: 'Liste verschicken' }]);
    await coordinator.delete(path(`minutes/${id}`), 1);
    expect((await tasks())[0]?.state).toBe('DROPPED');
  });

  it('counts a person once who is ticked on two devices', async () => {
    await Promise.all([present(), present()]);
    const seats = (await session()).attendance.filter((seat) => seat.present);
    expect(seats).toHaveLength(1);
  });

  it('keeps a later deadline of a task although the words stayed the same', async () => {
    const id = randomUUID();
    const task = { dueOn: '2025-04-01', personId, organisationId: null };
    await put(id, { kind: 'TASK', text: 'Liste verschicken', task });
    await put(id, { kind: 'TASK', text: 'Liste verschicken', task: { ...task, dueOn: '2025-05-01' } }, 1);
    expect(
      await refusalOf(
        put(id, { kind: 'TASK', text: 'Liste verschicken', task: { ...task, dueOn: '2025-06-01' } }, 1),
      ),
    ).toBe('line-changed-elsewhere');
    expect((await session()).entries[0]?.task?.dueOn).toBe('2025-05-01');
  });

  it('reads a guest typed in one line as name and organisation, also in the protocol', async () => {
    const guest = (guestName: string): Promise<unknown> =>
      coordinator.put(
        path(`attendance/${randomUUID()}`),
        { invitationId: null, personId: null, organisationId: null, guestName, present: true },
        0,
      );
    await guest('Dora Lenz, Kiebitz gGmbH, Köthen');
    await guest('Emil Ohneverein');
    const guests = (await session()).attendance
      .filter((seat) => seat.guest)
      .map((seat) => [seat.name, seat.organisation]);
    expect(guests).toEqual([
      ['Dora Lenz', 'Kiebitz gGmbH, Köthen'],
      ['Emil Ohneverein', ''],
    ]);
    expect(JSON.stringify(await coordinator.get(path('protocol')))).toMatch(
      /Dora Lenz \(Gast\)[\s\S]*Kiebitz gGmbH, Köthen/,
    );
    expect(await refusalOf(guest('  '))).toBe('guest-needs-name');
  });

  it('takes nobody as present by the invitation to another meeting', async () => {
    const other = randomUUID();
    await app
      .get(Database)
      .write(systemViewer, 'test', (tx) =>
        rowsIn(
          tx,
          sql`insert into meeting (id, type, title, state, created_by_person_id, created_at) values (${other}, 'NETWORK', 'Anderes Treffen', 'DRAFT', ${coordinator.personId}, ${app.clock.now()})`,
        ),
      );
    const foreign = coordinator.put(
      `/api/meetings/${other}/attendance/${randomUUID()}`,
      { invitationId, personId, organisationId: null, guestName: '', present: true },
      0,
    );
    expect(await refusalOf(foreign)).toBe('invitation-foreign');
  });

  it('starts at most an hour early and is held once it ends', async () => {
    app.clock.set('2025-03-12T11:00:00Z');
    expect(await refusalOf(coordinator.post(path('session/start')))).toBe('meeting-too-early');
    app.clock.set('2025-03-12T13:00:00Z');
    await coordinator.post(path('session/start'));
    expect((await session()).state).toBe('INVITED');
    app.clock.pass(20, 'minutes');
    await coordinator.post(path('session/end'), {});
    expect((await session()).state).toBe('HELD');
  });

  it('takes the times of a session as instants, which the clock of no machine can bend', async () => {
    for (const startedAt of ['2025-03-12T14:00', '2025-W11-3', '2025-03-12', '+012025-03-12T14:00:00Z'])
      expect(await refusalOf(coordinator.post(path('session/end'), { startedAt, endedAt: null }))).toBe(
        'invalid-input',
      );
    const future = { startedAt: null, endedAt: '2025-03-12T16:00:00Z' };
    expect(await refusalOf(coordinator.post(path('session/end'), future))).toBe('session-ends-in-future');
    await coordinator.post(path('session/end'), { startedAt: '2025-03-12T13:30:00+01:00', endedAt: null });
    expect((await session()).sessionStartedAt).toBe('2025-03-12T12:30:00.000Z');
  });

  it('is out of sight for a coordinator of another network', async () => {
    const stranger = await signedIn(app, 'coordinator');
    expect(await refusalOf(stranger.get(path('session')))).toBe('not-found');
    expect(await refusalOf(stranger.put(path(`minutes/${randomUUID()}`), line({ text: 'Fremd' }), 0))).toBe(
      'not-found',
    );
  });
});
