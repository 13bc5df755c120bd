import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import type { MeetingState } from '@runder-tisch/domain/meetings';
import { refusalOf } from '@runder-tisch/scenario/client';
import { type RunningMeeting, countySettings, runningMeeting } from '../../../test/running-meeting';
import { type TestApp, testApp } from '../../../test/test-app';
import { systemViewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { rowsIn } from '../../database/rows';

describe('A running meeting keeps nothing', () => {
  let app: TestApp;
  let round: RunningMeeting;
  let other: RunningMeeting;

  beforeAll(async () => {
    app = await testApp();
    await countySettings(app);
  });
  beforeEach(async () => {
    [round, other] = [await runningMeeting(app), await runningMeeting(app)];
  });
  afterAll(() => app.close());

  const become = (state: MeetingState) =>
    app
      .get(Database)
      .write(systemViewer, 'test', (tx) =>
        rowsIn(tx, sql`update meeting set state = ${state} where id = ${round.meetingId}`),
      );
  const tasks = () =>
    app.database.rows('select 1 from task where meeting_id = any ($1)', [[round.meetingId, other.meetingId]]);
  const tick = (of: RunningMeeting, id: string, present: boolean, version: number) =>
    of.coordinator.put(
      of.path(`attendance/${id}`),
      { invitationId: of.invitationId, present, guestName: '' },
      version,
    );

  /** The refusal, after making sure that neither meeting changed. */
  async function refused(change: () => Promise<unknown>): Promise<string> {
    const look = () => Promise.all([round.session(), other.session(), tasks()]);
    const before = await look();
    const code = await refusalOf(change());
    expect(await look()).toEqual(before);
    return code;
  }

  it('of a task without words, or a Hinweis without its words in the vault', async () => {
    const task = { dueOn: null, personId: round.personId, organisationId: null };
    expect(await refused(() => round.put(randomUUID(), { kind: 'TASK', text: '  ', task }))).toBe(
      'task-needs-text',
    );
    expect(await refused(() => round.put(randomUUID(), { kind: 'FEEDBACK', feedbackId: null }))).toBe(
      'line-needs-reference',
    );
  });

  it('of a kind that no area knows', async () => {
    await expect(
      round.put(randomUUID(), { kind: 'RUMOUR', text: 'Man hört so manches' }),
    ).rejects.toMatchObject({ status: 400, problem: { code: 'invalid-input', errors: [{ path: 'kind' }] } });
    expect((await round.session()).entries).toEqual([]);
  });

  it('under an agenda item of another meeting', async () => {
    const { agendaItemId } = other;
    expect(await refused(() => round.put(randomUUID(), { agendaItemId, text: 'Verirrt' }))).toBe(
      'agenda-item-foreign',
    );
  });

  it('under the id of a line or seat of another meeting', async () => {
    const [line, seat] = [randomUUID(), randomUUID()];
    await other.put(line, { text: 'Steht woanders' });
    await tick(other, seat, true, 0);
    expect(await refused(() => round.put(line, { text: 'Übernommen' }, 1))).toBe('line-changed-elsewhere');
    expect(await refused(() => tick(round, seat, true, 1))).toBe('line-changed-elsewhere');
  });

  it('of a change to a line or seat that this device never saw', async () => {
    expect(await refused(() => round.put(randomUUID(), { text: 'Zweite Fassung' }, 3))).toBe(
      'line-changed-elsewhere',
    );
    const seat = randomUUID();
    await tick(round, seat, true, 0);
    await tick(round, seat, false, 1);
    expect(await refused(() => tick(round, seat, true, 1))).toBe('line-changed-elsewhere');
  });

  it('of removing a line that is gone or stands in another meeting', async () => {
    const line = randomUUID();
    await other.put(line, { text: 'Steht woanders' });
    expect(await refused(() => round.coordinator.delete(round.path(`minutes/${line}`), 1))).toBe('not-found');
    await other.coordinator.delete(other.path(`minutes/${line}`), 1);
    expect(await refused(() => other.coordinator.delete(other.path(`minutes/${line}`), 5))).toBe('not-found');
  });

  it('once it is cancelled, and is not begun or ended any more', async () => {
    await become('CANCELLED');
    expect(await refused(() => round.put(randomUUID(), { text: 'Trotzdem' }))).toBe('meeting-cancelled');
    expect(await refused(() => round.present())).toBe('meeting-cancelled');
    expect(await refused(() => round.coordinator.post(round.path('session/start')))).toBe(
      'meeting-cancelled',
    );
    expect(await refused(() => round.coordinator.post(round.path('session/end'), {}))).toBe(
      'meeting-cancelled',
    );
  });

  it('of who was there once its minutes are approved', async () => {
    await become('MINUTES_APPROVED');
    expect(await refused(() => round.present())).toBe('minutes-approved');
  });

  it('of a beginning that nobody was told of', async () => {
    await become('DRAFT');
    const start = () => round.coordinator.post(round.path('session/start'));
    expect(await refused(start)).toBe('meeting-move-not-allowed');
  });

  it('of an end before its beginning', async () => {
    app.clock.pass(20, 'minutes');
    const times = { startedAt: '2025-03-12T13:15:00Z', endedAt: '2025-03-12T13:10:00Z' };
    expect(await refused(() => round.coordinator.post(round.path('session/end'), times))).toBe(
      'meeting-ends-before-start',
    );
  });
});
