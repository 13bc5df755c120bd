import type { CommitteeView } from '@runder-tisch/domain/committees';
import { SaveCommitteeSeat } from '@runder-tisch/domain/committees/seat-requests';
import type { HistoryLine } from '@runder-tisch/domain/history';
import type { Page } from '@runder-tisch/domain/lists';
import type { MeetingListItem } from '@runder-tisch/domain/meetings';
import { person } from '@runder-tisch/scenario/actors';
import { refusalOf } from '@runder-tisch/scenario/client';
import { committeeSeat, committeeSeats, endCommitteeSeat } from '@runder-tisch/scenario/council/committees';
import { committee } from '@runder-tisch/scenario/lists';
import { invitedMeeting } from '@runder-tisch/scenario/meetings';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('Seats in committees', () => {
  let app: TestApp;
  let planner: SignedIn;
  let member: SignedIn;

  beforeAll(async () => {
    app = await testApp({ now: '2026-11-23T09:00:00Z', smtp: false });
    [planner, member] = await Promise.all([signedIn(app, 'planner'), signedIn(app, 'reader')]);
  });
  afterAll(() => app.close());

  const body = (name: string) => committee(planner, { name });
  const somebody = (familyName: string) => person(planner, { familyName });

  it('are held by one person at a time, and vacant as rows of their own', async () => {
    const id = await body('Sozialausschuss A');
    const personId = await somebody('Winter');
    const seat = await committeeSeat(planner, id, { personId, office: 'Vorsitz', fromDay: '2024-07-01' });
    await committeeSeat(planner, id, { voting: false, fromDay: '2024-07-01' });
    const again = committeeSeat(planner, id, { personId, fromDay: '2026-01-01' });
    expect(await refusalOf(again)).toBe('seat-taken');

    await endCommitteeSeat(planner, seat, '2026-10-31');
    await committeeSeat(planner, id, { personId, fromDay: '2026-11-01' });
    expect(
      (await committeeSeats(planner, id)).map((it) => [it.person?.name ?? null, it.office, it.toDay]),
    ).toEqual([
      [null, 'Vorsitz', null],
      ['Winter', '', null],
      [null, '', null],
      ['Winter', 'Vorsitz', '2026-10-31'],
    ]);
    expect(await planner.get<CommitteeView>(`/api/committees/${id}`)).toMatchObject({ seated: 1, vacant: 2 });
  });

  it('can be deputised for, by a seat of the same committee that is no deputy itself', async () => {
    const id = await body('Sozialausschuss B');
    const other = await body('Bildungsausschuss B');
    const fromDay = '2024-07-01';
    const main = await committeeSeat(planner, id, { personId: await somebody('Sommer'), fromDay });
    const deputy = await committeeSeat(planner, id, {
      personId: await somebody('Herbst'),
      deputyOfId: main,
      fromDay,
    });
    const foreign = await committeeSeat(planner, other, { fromDay });
    expect((await committeeSeats(planner, id)).find((it) => it.id === deputy)?.deputyOf).toEqual({
      id: main,
      name: 'Sommer',
    });
    const change = (seat: string, deputyOfId: string) =>
      refusalOf(
        planner.put(
          `/api/committee-seats/${seat}`,
          Object.assign(new SaveCommitteeSeat(), { deputyOfId, fromDay }),
          1,
        ),
      );
    expect(await change(main, main)).toBe('seat-deputy-of-itself');
    expect(await change(main, foreign)).toBe('seat-deputy-foreign');
    expect(await refusalOf(committeeSeat(planner, id, { deputyOfId: deputy, fromDay }))).toBe(
      'seat-deputy-of-deputy',
    );
    const third = await committeeSeat(planner, id, { fromDay });
    expect(await change(main, third)).toBe('seat-deputy-of-deputy');

    // Whoever follows is deputised for by the same person.
    await endCommitteeSeat(planner, main, '2026-10-31');
    const vacancy = (await committeeSeats(planner, id)).find((it) => it.fromDay === '2026-11-01');
    expect((await committeeSeats(planner, id)).find((it) => it.id === deputy)?.deputyOf?.id).toBe(
      vacancy?.id,
    );
  });

  it('end on or after the day they began, and once', async () => {
    const id = await body('Sozialausschuss C');
    const backwards = committeeSeat(planner, id, { fromDay: '2026-01-02', toDay: '2026-01-01' });
    expect(await refusalOf(backwards)).toBe('seat-ends-before-start');
    const vacant = await committeeSeat(planner, id, { fromDay: '2026-01-02' });
    expect(await refusalOf(endCommitteeSeat(planner, vacant, '2026-02-01'))).toBe('seat-vacant');
    expect(await refusalOf(endCommitteeSeat(planner, vacant, '2026-01-01', false))).toBe(
      'seat-ends-before-start',
    );
    await endCommitteeSeat(planner, vacant, '2026-02-01', false);
    expect(await refusalOf(endCommitteeSeat(planner, vacant, '2026-02-01', false))).toBe('seat-ended');
  });

  it('let those who sit there see their committees and what is not public in them', async () => {
    const [mine, other] = [await body('Eigenes Gremium'), await body('Fremdes Gremium')];
    await committeeSeat(planner, mine, { personId: member.personId, fromDay: '2026-01-01' });
    for (const committeeId of [mine, other])
      await invitedMeeting(planner, {
        type: 'COMMITTEE',
        title: `Sitzung ${committeeId}`,
        committeeId,
        day: '2026-12-10',
        invitees: ['gast@gremium.test'],
      });
    const { items } = await member.get<Page<CommitteeView>>('/api/committees');
    expect(items.filter((it) => it.mine).map((it) => it.name)).toEqual(['Eigenes Gremium']);
    const sessions = await member.get<Page<MeetingListItem>>('/api/meetings');
    expect(sessions.items.map((it) => it.title)).toEqual([`Sitzung ${mine}`]);
  });

  it('stand in the Verlauf of whoever holds them', async () => {
    const id = await body('Sozialausschuss D');
    const personId = await somebody('Lenz');
    await committeeSeat(planner, id, { personId, office: 'Vorsitz', fromDay: '2026-03-01' });
    const { items } = await planner.get<Page<HistoryLine>>(`/api/history?of=person&id=${personId}`);
    expect(items[0]).toMatchObject({
      text: 'Sitz im Gremium: Sozialausschuss D',
      detail: 'Vorsitz',
      path: `/planung/gremien/${id}/mitglieder`,
    });
  });
});
