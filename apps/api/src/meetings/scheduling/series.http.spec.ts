import { meetingSeries, year } from '@runder-tisch/scenario/calendar';
import { refusalOf } from '@runder-tisch/scenario/client';
import * as given from '@runder-tisch/scenario/meetings';
import { network } from '@runder-tisch/scenario/networks';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

const rule = { rhythm: 'WEEKS', every: 2, untilDay: '2026-11-25' } as const;

describe('A series of meetings', () => {
  let app: TestApp;
  let coordinator: SignedIn;
  let networkId: string;

  beforeAll(async () => {
    app = await testApp({ now: '2026-09-01T09:00:00+02:00' });
    coordinator = await signedIn(app, 'coordinator');
    networkId = await network(coordinator, { name: 'Netzwerk Wohnen' });
  });
  afterAll(() => app.close());

  it('is made in one step on the days that were left standing, each a meeting of its own', async () => {
    const facts = {
      ...{ title: 'Wohnrunde', networkId, day: '2026-09-30', answerUntilDay: '2026-09-23' },
      ...{ agenda: ['Runde'], invitees: ['gast@fern.test'] },
    };
    const { meetingIds } = await meetingSeries(coordinator, facts, rule, ['2026-11-11', '2026-09-30']);
    const pages = await Promise.all(meetingIds.map((id) => given.staffMeeting(coordinator, id)));
    expect(pages.map((it) => `${it.startsAt} ${it.state} ${it.answerUntilDay}`)).toEqual([
      '2026-09-30T12:00:00.000Z SCHEDULED 2026-09-23',
      '2026-11-11T13:00:00.000Z SCHEDULED 2026-11-04',
    ]);
    expect(pages.map((it) => it.previousMeetingId)).toEqual([null, meetingIds[0]]);
    expect(pages.map((it) => it.agenda.map((point) => point.title))).toEqual([['Runde'], ['Runde']]);
    expect(pages.flatMap((it) => it.invitations).map((it) => it.invitedAt)).toEqual([null, null]);
    expect(app.smtp.mails).toHaveLength(0);
  });

  it('may wait as drafts, which nobody else sees', async () => {
    const { meetingIds } = await meetingSeries(
      coordinator,
      { title: 'Entwürfe', networkId, day: '2026-10-07' },
      rule,
      ['2026-10-07', '2026-10-21'],
      false,
    );
    const shown = await year(coordinator, '2026-10-01', '2026-10-31');
    expect(shown.meetings.map((it) => [it.id, it.state])).toEqual(meetingIds.map((id) => [id, 'DRAFT']));
    const colleague = await signedIn(app, 'coordinator');
    expect((await year(colleague, '2026-10-01', '2026-10-31')).meetings).toEqual([]);
  });

  it.each([
    [{ day: '' }, ['2026-10-07'], 'series-needs-first-day'],
    [{ day: '2026-10-07' }, ['2026-10-14'], 'series-day-outside'],
    [{ day: '2026-10-07' }, ['2027-10-06'], 'series-day-outside'],
    [
      { day: '2026-10-07', startTime: '16:00', endTime: '14:00' },
      ['2026-10-07'],
      'meeting-ends-before-start',
    ],
  ])('is refused as a whole where a date cannot be: %j %j', async (facts, days, code) => {
    const before = (await year(coordinator, '2026-01-01', '2026-12-31')).meetings.length;
    const made = meetingSeries(coordinator, { title: 'Falsch', networkId, ...facts }, rule, days);
    expect(await refusalOf(made)).toBe(code);
    expect((await year(coordinator, '2026-01-01', '2026-12-31')).meetings).toHaveLength(before);
  });
});
