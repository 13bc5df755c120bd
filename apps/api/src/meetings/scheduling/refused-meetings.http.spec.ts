import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import type { MeetingState } from '@runder-tisch/domain/meetings';
import { SaveAgendaItem } from '@runder-tisch/domain/meetings/meetings-requests';
import { PutMinutesEntry } from '@runder-tisch/domain/meetings/session/session-requests';
import { refusalOf } from '@runder-tisch/scenario/client';
import * as given from '@runder-tisch/scenario/meetings';
import { byHand } from '../../../test/by-hand';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('A meeting stays as it is', () => {
  let app: TestApp;
  let coordinator: SignedIn;
  let meetingId: string;

  beforeAll(async () => {
    app = await testApp();
    coordinator = await signedIn(app, 'coordinator');
  });
  beforeEach(async () => {
    meetingId = await given.meeting(coordinator, {
      ...{ title: 'Werkstatt', day: '2026-12-03', agenda: ['Begrüßung', 'Wartezeiten'] },
      invitees: ['anna@ahornhaus.test'],
    });
  });
  afterAll(() => app.close());

  const become = (state: MeetingState) =>
    byHand(app, sql`update meeting set state = ${state} where id = ${meetingId}`);
  const page = () => given.staffMeeting(coordinator, meetingId);
  const item = (facts: Partial<SaveAgendaItem>) => Object.assign(new SaveAgendaItem(), facts);

  /** The refusal, after making sure that the meeting stayed as it was. */
  async function refused(change: () => Promise<unknown>): Promise<string> {
    const before = await page();
    const code = await refusalOf(change());
    expect(await page()).toEqual(before);
    return code;
  }

  it.each([
    ['CANCELLED', 'meeting-cancelled'],
    ['MINUTES_APPROVED', 'meeting-over'],
  ] as const)('once it is %s', async (state, code) => {
    await become(state);
    const { version, agenda } = await page();
    const path = `/api/meetings/${meetingId}`;
    const plan = given.meetingPlan({ title: 'Anders', day: '2026-12-03' });
    expect(await refused(() => given.changeMeeting(coordinator, meetingId, { title: 'Anders' }))).toBe(code);
    expect(await refused(() => coordinator.put(`${path}/plan`, plan, version))).toBe(code);
    expect(await refused(() => coordinator.post(`${path}/agenda`, item({ title: 'Noch etwas' })))).toBe(code);
    expect(await refused(() => coordinator.delete(`${path}/agenda/${agenda[0]?.id}`))).toBe(code);
  });

  it.each([
    ['INVITED', 'meeting-move-not-allowed'],
    ['HELD', 'meeting-over'],
  ] as const)('for the composing page once it is %s', async (state, code) => {
    await become(state);
    const { version } = await page();
    // It says that there is nothing left to plan and asks for no date.
    for (const day of ['2026-12-03', '']) {
      const plan = given.meetingPlan({ title: 'Anders', day });
      expect(await refused(() => coordinator.put(`/api/meetings/${meetingId}/plan`, plan, version))).toBe(
        code,
      );
    }
  });

  it.each(['SCHEDULED', 'INVITED', 'HELD'] as const)(
    'when it is %s and would lose its date',
    async (state) => {
      await become(state);
      const dateless = { day: '', startTime: '', endTime: '' };
      expect(await refused(() => given.changeMeeting(coordinator, meetingId, dateless))).toBe(
        'meeting-needs-date',
      );
    },
  );

  it('when people are invited to it and it would lose its place', async () => {
    await become('INVITED');
    expect(await refused(() => given.changeMeeting(coordinator, meetingId, { place: ' ' }))).toBe(
      'meeting-needs-place',
    );
  });

  it('when its date would not stand: nobody is told of a meeting without one', async () => {
    await given.changeMeeting(coordinator, meetingId, { day: '', startTime: '', endTime: '' });
    expect(await refused(() => coordinator.post(`/api/meetings/${meetingId}/schedule`))).toBe(
      'meeting-needs-date',
    );
  });

  it('when answers are asked for by a day that does not exist', async () => {
    const facts = { answerUntilDay: '2026-11-31' };
    expect(await refused(() => given.changeMeeting(coordinator, meetingId, facts))).toBe('invalid-input');
  });

  it('when an item of its agenda carries lines of the minutes, or is none of its own', async () => {
    const { agenda } = await page();
    const path = (id: string | undefined) => `/api/meetings/${meetingId}/agenda/${id}`;
    const line = { agendaItemId: agenda[0]?.id ?? null, position: 1, text: 'Elf Wochen' };
    await coordinator.put(
      `/api/meetings/${meetingId}/minutes/${randomUUID()}`,
      Object.assign(new PutMinutesEntry(), line),
      0,
    );
    expect(await refused(() => coordinator.delete(path(agenda[0]?.id)))).toBe('agenda-item-in-use');
    const other = await given.meeting(coordinator, { title: 'Andere Runde', agenda: ['Fremdes'] });
    const foreign = (await given.staffMeeting(coordinator, other)).agenda[0];
    expect(await refused(() => coordinator.delete(path(foreign?.id)))).toBe('not-found');
    const change = item({ title: 'Meins' });
    expect(await refused(() => coordinator.put(path(foreign?.id), change, 1))).toBe('not-found');
    expect((await given.staffMeeting(coordinator, other)).agenda.map((it) => it.title)).toEqual(['Fremdes']);
    await coordinator.delete(path(agenda[1]?.id));
    expect((await page()).agenda.map((it) => it.title)).toEqual(['Begrüßung']);
  });
});
