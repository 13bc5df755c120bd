import { refusalOf } from '@runder-tisch/scenario/client';
import * as given from '@runder-tisch/scenario/meetings';
import * as polls from '@runder-tisch/scenario/polls';
import { lastMailTo } from '../../../test/sent-mail';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('The dates of a Terminumfrage', () => {
  let app: TestApp;
  let coordinator: SignedIn;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    app.clock.set('2026-11-23T09:00:00+01:00');
    coordinator = await signedIn(app, 'coordinator');
  });
  afterAll(() => app.close());

  const draft = (): Promise<string> => given.meeting(coordinator, { title: 'Runde' });
  const pollOf = (meetingId: string) => polls.pollOf(coordinator, meetingId);

  it.each([
    ['one date', { dates: ['2026-12-08 14:00–16:00'] }, 'poll-needs-dates'],
    ['nobody', { people: [] }, 'poll-needs-people'],
    ['a date twice', { dates: ['2026-12-08 14:00–16:00', '2026-12-08 14:00–16:00'] }, 'poll-date-twice'],
    [
      'a past date',
      { dates: ['2026-11-23 08:00–08:30', '2026-12-08 14:00–16:00'], untilDay: '2026-11-23' },
      'poll-date-in-past',
    ],
    ['a past deadline', { untilDay: '2026-11-22' }, 'poll-until-in-past'],
    ['a deadline behind the first date', { untilDay: '2026-12-09' }, 'poll-until-after-dates'],
    [
      'an end before the beginning',
      { dates: ['2026-12-08 16:00–14:00', '2026-12-10 14:00–16:00'] },
      'meeting-ends-before-start',
    ],
  ] as [string, polls.PollFacts, string][])(
    'are refused with %s, and nothing is stored',
    async (_, facts, code) => {
      const meetingId = await draft();
      expect(await refusalOf(polls.createPoll(coordinator, meetingId, facts))).toBe(code);
      expect(await coordinator.get(`/api/meetings/${meetingId}/poll`)).toEqual({ poll: null });
    },
  );

  it('know both nights of the clock change', async () => {
    app.clock.set('2026-10-01T09:00:00+02:00');
    coordinator = await signedIn(app, 'coordinator');
    const meetingId = await draft();
    const night = { day: '2026-10-25', startTime: '02:15', endTime: '02:45' };
    const facts = { dates: [night, { ...night, fold: 'earlier' }], untilDay: '2026-10-20' };
    expect(await refusalOf(polls.createPoll(coordinator, meetingId, facts))).toBe('meeting-time-twice');
    await polls.createPoll(coordinator, meetingId, {
      ...facts,
      dates: [{ ...night, fold: 'earlier' }, { ...night, fold: 'later' }, '2027-03-27 14:00–16:00'],
    });
    expect((await pollOf(meetingId)).options.map((it) => it.startsAt)).toEqual([
      '2026-10-25T00:15:00.000Z',
      '2026-10-25T01:15:00.000Z',
      '2027-03-27T13:00:00.000Z',
    ]);
    const skipped = ['2027-03-28 02:15–04:00', '2027-03-29 14:00–16:00'];
    expect(await refusalOf(polls.changePoll(coordinator, meetingId, { dates: skipped }))).toBe(
      'meeting-time-skipped',
    );
    app.clock.pass(61, 'seconds');
    const anna = await lastMailTo(app, 'anna@ahornhaus.test');
    expect(anna?.text).toContain('02:15 Uhr (Sommerzeit)');
    expect(anna?.text).toContain('02:15 Uhr (Winterzeit)');
  });
});
