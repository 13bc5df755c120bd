import { calendarPeriods, judgeSlots, year } from '@runder-tisch/scenario/calendar';
import { refusalOf } from '@runder-tisch/scenario/client';
import * as given from '@runder-tisch/scenario/meetings';
import { membership, network } from '@runder-tisch/scenario/networks';
import { SaveInvitee } from '@runder-tisch/domain/meetings/meetings-requests';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('The year of all networks', () => {
  let app: TestApp;
  let planner: SignedIn;
  let coordinator: SignedIn;
  let colleague: SignedIn;
  let both: SignedIn;
  let homes: string;
  let care: string;
  let homeMeeting: string;
  let careMeeting: string;

  beforeAll(async () => {
    app = await testApp({ now: '2026-09-01T09:00:00+02:00' });
    [planner, coordinator, colleague, both] = await Promise.all([
      signedIn(app, 'planner'),
      signedIn(app, 'coordinator'),
      signedIn(app, 'coordinator'),
      signedIn(app, 'provider'),
    ]);
    homes = await network(coordinator, { name: 'Netzwerk Wohnen' });
    care = await network(colleague, { name: 'Netzwerk Pflege' });
    const seat = { personId: both.personId, fromDay: '2026-01-01', role: 'MEMBER' as const };
    await membership(coordinator, homes, seat);
    await membership(colleague, care, seat);
    await calendarPeriods(planner, 'SCHOOL_HOLIDAY', ['Herbstferien 19.10.2026 – 30.10.2026']);
    await calendarPeriods(planner, 'SITTING_WEEK', ['Sitzungswoche 07.12.2026 – 11.12.2026']);
    const day = '2026-10-14';
    homeMeeting = await given.meeting(coordinator, { title: 'Wohnrunde', networkId: homes, day });
    careMeeting = await given.meeting(colleague, {
      ...{ title: 'Pflegerunde', networkId: care, day },
      ...{ startTime: '15:30', endTime: '17:00' },
    });
    for (const [by, id] of [
      [coordinator, homeMeeting],
      [colleague, careMeeting],
    ] as const)
      await by.post(`/api/meetings/${id}/schedule`);
  });
  afterAll(() => app.close());

  const ofYear = (who: SignedIn, more = '') => year(who, '2026-01-01', '2026-12-31', more);

  it('shows holidays, school holidays and sitting weeks beside the meetings', async () => {
    const view = await ofYear(planner);
    expect(view.state).toBe('Sachsen-Anhalt');
    expect(view.holidays.map((it) => it.name)).toContain('Reformationstag');
    expect(view.periods.map((it) => it.name)).toEqual(['Herbstferien', 'Sitzungswoche']);
    expect(view.meetings.map((it) => it.id)).toEqual(expect.arrayContaining([homeMeeting, careMeeting]));
  });

  it('names who is wanted in two places at once, and who plans neither learns of nobody', async () => {
    const all = (await ofYear(planner)).meetings;
    const [wohnen, pflege] = [homeMeeting, careMeeting].map((id) => all.find((it) => it.id === id));
    expect(wohnen?.clashes).toEqual([
      { meetingId: careMeeting, label: 'Pflegerunde', count: 1, people: [expect.stringContaining('Test')] },
    ]);
    expect(pflege?.clashes.map((it) => it.meetingId)).toEqual([homeMeeting]);
    const own = await ofYear(both);
    expect(own.meetings.map((it) => it.clashes.length)).toEqual([1, 1]);
    const stranger = await signedIn(app, 'provider');
    expect((await ofYear(stranger)).meetings).toEqual([]);
  });

  it('tells a coordinator when another network meets, and no more than that', async () => {
    const other = (await ofYear(coordinator)).meetings.find((it) => it.network?.id === care);
    expect(other).toMatchObject({ id: null, label: 'Netzwerk Pflege', place: '' });
    const own = (await ofYear(coordinator)).meetings.find((it) => it.id === homeMeeting);
    expect(own?.clashes).toMatchObject([{ meetingId: null, label: 'Netzwerk Pflege', count: 1 }]);
    const draft = await given.meeting(colleague, { title: 'Entwurf', networkId: care, day: '2026-11-11' });
    const known = (await ofYear(coordinator)).meetings.map((it) => it.startsAt.slice(0, 10));
    expect(known).not.toContain('2026-11-11');
    expect((await ofYear(colleague)).meetings.map((it) => it.id)).toContain(draft);
  });

  it('asks the list of a meeting once there is one: who declined or was never listed is free', async () => {
    const guest = { mail: 'gast@fern.test', name: 'Frau Gast' };
    const [first, second] = await Promise.all(
      ['Erste', 'Zweite'].map((title) =>
        given.meeting(planner, { title, day: '2026-11-18', invitees: [guest] }),
      ),
    );
    const clashes = async () =>
      (await ofYear(planner)).meetings.find((it) => it.id === first)?.clashes.map((it) => it.people);
    expect(await clashes()).toEqual([['Frau Gast']]);
    await given.changeMeeting(planner, second as string, { startTime: '16:00', endTime: '18:00' });
    expect(await clashes()).toEqual([]);
  });

  it('is narrowed down to a network or to what is mine', async () => {
    const ofCare = (await ofYear(planner, `&networkId=${care}`)).meetings;
    expect(ofCare.map((it) => it.network?.id)).toEqual(ofCare.map(() => care));
    expect(ofCare.map((it) => it.id)).toContain(careMeeting);
    expect((await ofYear(coordinator, '&mine=1')).meetings.map((it) => it.id)).toEqual([homeMeeting]);
    expect(await refusalOf(year(planner, '2026-01-01', '2029-01-01'))).toBe('year-too-long');
    expect(await refusalOf(year(planner, '2026-02-01', '2026-01-01'))).toBe('year-ends-before-start');
  });

  it('says of a proposed date what speaks for and against it', async () => {
    const dates = [
      '2026-10-14 14:00–15:00',
      '2026-10-14 16:00–18:00',
      '2026-10-21 14:00–16:00',
      '2026-12-09 14:00–16:00',
    ];
    const { slots } = await judgeSlots(coordinator, dates, { networkId: homes, meetingId: homeMeeting });
    const [free, busy, holidays, sitting] = slots;
    expect(free).toMatchObject({
      ...{ people: { count: 2, are: 'MEMBERS' }, busy: [], busyThatDay: 1, others: [] },
      ...{ holiday: null, schoolHolidays: [], sittingWeeks: [] },
    });
    expect(busy).toMatchObject({ busyThatDay: 0, others: [{ name: 'Netzwerk Pflege' }] });
    expect(busy?.busy.map((it) => it.elsewhere)).toEqual(['Netzwerk Pflege']);
    expect(holidays).toMatchObject({ schoolHolidays: ['Herbstferien'], busy: [] });
    expect(sitting).toMatchObject({ sittingWeeks: ['Sitzungswoche'] });
  });

  it('holds a date against the list that was sent, known people by their address', async () => {
    const invitees = [
      Object.assign(new SaveInvitee(), { mail: `${both.accountId}@rolle.test`, name: 'Die Doppelte' }),
      Object.assign(new SaveInvitee(), { mail: 'frei@fern.test', name: 'Herr Frei' }),
    ];
    const { slots } = await judgeSlots(planner, ['2026-10-14 14:00–17:00'], { invitees });
    expect(slots[0]).toMatchObject({ people: { count: 2, are: 'INVITED' }, holiday: null });
    expect(new Set(slots[0]?.busy.map((it) => it.name))).toEqual(new Set(['Die Doppelte']));
  });
});
