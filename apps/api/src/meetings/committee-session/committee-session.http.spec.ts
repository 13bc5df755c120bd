import { plainText } from '@runder-tisch/domain/documents';
import { quorumOn } from '@runder-tisch/domain/meetings';
import type { TodayView } from '@runder-tisch/domain/tasks';
import { person } from '@runder-tisch/scenario/actors';
import { refusalOf, type RefusedError } from '@runder-tisch/scenario/client';
import {
  committeeSession,
  excludeFrom,
  keepCommitteeSession,
} from '@runder-tisch/scenario/council/committee-sessions';
import { committeeSeat } from '@runder-tisch/scenario/council/committees';
import { committee } from '@runder-tisch/scenario/lists';
import { invitedMeeting, meeting, meetingPage, staffMeeting } from '@runder-tisch/scenario/meetings';
import {
  approveMinutes,
  attend,
  endSession,
  minutesLine,
  protocolOf,
  sessionOf,
} from '@runder-tisch/scenario/session';
import { type SignedIn, signedIn, signedInAgain } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

const START = '2026-11-23T09:00:00Z';

describe('A session of a committee', () => {
  let app: TestApp;
  let planner: SignedIn;
  let bodies = 0;

  beforeAll(async () => {
    app = await testApp({ now: START, smtp: false });
  });
  beforeEach(async () => {
    app.clock.set(START);
    planner = await signedIn(app, 'planner');
  });
  afterAll(() => app.close());

  const body = (facts: Parameters<typeof committee>[1] | object = {}) =>
    committee(planner, { name: `Sozialausschuss ${++bodies}`, ...facts });

  const session = (committeeId: string, invitees: string[] = ['gast@gremium.test'], day = '2026-12-10') =>
    invitedMeeting(planner, {
      type: 'COMMITTEE',
      title: 'Sitzung',
      committeeId,
      day,
      agenda: [
        { title: 'Haushalt', visibility: 'PUBLIC' },
        { title: 'Vergabe', visibility: 'INTERNAL' },
        { title: 'Vermerk', visibility: 'HIDDEN' },
      ],
      invitees: invitees.map((mail) => ({ mail, name: mail.split('@')[0] ?? '' })),
    });

  /** Three voting seats, two of them there on the evening, and the item in question. */
  async function evening() {
    const committeeId = await body();
    const names = ['Winter', 'Sommer', 'Herbst'];
    const people = [];
    for (const familyName of names) {
      const mail = `${familyName.toLowerCase()}${bodies}@gremium.test`;
      const personId = await person(planner, { familyName, mail });
      await committeeSeat(planner, committeeId, { personId, fromDay: '2024-07-01' });
      people.push({ personId, mail });
    }
    const { id } = await invitedMeeting(planner, {
      type: 'COMMITTEE',
      title: 'Sitzung',
      committeeId,
      day: '2026-12-10',
      agenda: [
        { title: 'Haushalt', visibility: 'PUBLIC' },
        { title: 'Vergabe', visibility: 'INTERNAL' },
        { title: 'Vermerk', visibility: 'HIDDEN' },
      ],
      invitees: people.map(({ personId, mail }) => ({ personId, mail, name: mail })),
    });
    app.clock.set('2026-12-10T17:00:00Z');
    planner = await signedInAgain(app, planner);
    const { attendance } = await sessionOf(planner, id);
    for (const seat of attendance.slice(0, 2)) await attend(planner, id, seat);
    const there = attendance.slice(0, 2).map((seat) => seat.personId ?? '');
    const [open, closed] = (await staffMeeting(planner, id)).agenda.map((item) => item.id);
    return { id, there, absent: attendance[2]?.personId ?? '', open: open ?? '', closed: closed ?? '' };
  }

  const vote = (id: string, agendaItemId: string, yes: number) =>
    minutesLine(planner, id, {
      kind: 'VOTE',
      text: 'Angenommen.',
      agendaItemId,
      votes: { yes, no: 0, abstain: 0 },
    });

  it('warns of a Ladungsfrist cut short, keeps the reason, and asks anew when the agenda changes', async () => {
    const { id: inTime } = await session(await body());
    expect((await committeeSession(planner, inTime)).noticePeriod).toEqual({
      days: 7,
      lastDay: '2026-12-02',
      warnings: [],
      reason: '',
      asksReason: false,
    });

    const { id } = await session(await body(), ['gast@gremium.test'], '2026-11-27');
    const late = (await committeeSession(planner, id)).noticePeriod;
    expect(late.warnings).toEqual([
      'Die Einladung ging am 23. November 2026 hinaus; die Ladungsfrist von 7 Tagen endete am 19. November 2026.',
    ]);
    expect(late.asksReason).toBe(true);
    await keepCommitteeSession(planner, id, { shortNoticeReason: 'Fristablauf beim Land' });
    expect((await committeeSession(planner, id)).noticePeriod).toMatchObject({
      reason: 'Fristablauf beim Land',
      asksReason: false,
    });

    app.clock.pass(5, 'minutes');
    await planner.post(`/api/meetings/${id}/agenda`, { title: 'Nachtrag', visibility: 'PUBLIC' });
    const changed = (await committeeSession(planner, id)).noticePeriod;
    expect(changed.warnings).toHaveLength(2);
    expect(changed.asksReason).toBe(true);
    await keepCommitteeSession(planner, id, { shortNoticeReason: 'Fristablauf beim Land, Nachtrag' });
    expect((await committeeSession(planner, id)).noticePeriod.asksReason).toBe(false);
  });

  it('warns before its invitations go out, and not where the body keeps no Ladungsfrist', async () => {
    const plan = { type: 'COMMITTEE' as const, title: 'Sitzung', day: '2026-11-27' };
    const draft = await meeting(planner, { ...plan, committeeId: await body() });
    expect((await committeeSession(planner, draft)).noticePeriod.warnings[0]).toContain(
      'nicht mehr zu halten',
    );
    const free = await meeting(planner, { ...plan, committeeId: await body({ invitationDays: null }) });
    expect((await committeeSession(planner, free)).noticePeriod.warnings).toEqual([]);
  });

  it('shows where it was announced to whoever sees it', async () => {
    const { id } = await session(await body());
    await keepCommitteeSession(planner, id, { noticeOn: '2026-11-25', noticeWhere: 'Amtsblatt 11/2026' });
    expect(await meetingPage(planner, id)).toMatchObject({
      noticeOn: '2026-11-25',
      noticeWhere: 'Amtsblatt 11/2026',
    });
  });

  it('counts who is there with a vote, and the minutes say so or what is said instead', async () => {
    const { id, there, open, closed } = await evening();
    expect((await committeeSession(planner, id)).quorum).toEqual({
      seats: 3,
      present: 2,
      required: 2,
      met: true,
    });
    // The running session counts by the same rule, from what it was told.
    const { voters, attendance } = await sessionOf(planner, id);
    const present = attendance.flatMap((seat) => (seat.present && seat.personId ? [seat.personId] : []));
    expect(voters && quorumOn(voters, present, null)).toEqual((await committeeSession(planner, id)).quorum);
    await excludeFrom(planner, id, closed, [there[0] ?? '']);
    const left = (await sessionOf(planner, id)).voters;
    expect(left && quorumOn(left, present, closed)).toMatchObject({ seats: 3, present: 1, met: false });
    expect(left && quorumOn(left, present, open)).toMatchObject({ present: 2, met: true });
    const words = async () => JSON.stringify((await protocolOf(planner, id)).content);
    expect(await words()).toContain('2 von 3 Stimmberechtigten anwesend: beschlussfähig');
    await keepCommitteeSession(planner, id, { quorumWords: 'Bis TOP 2 beschlussfähig, dann nicht mehr' });
    expect(await words()).toContain('Bis TOP 2 beschlussfähig, dann nicht mehr');
    expect(await words()).not.toContain('2 von 3');
  });

  it('takes no more votes on an item than people may cast, and names who was left out', async () => {
    const { id, there, absent, open, closed } = await evening();
    expect(await refusalOf(vote(id, open, 3))).toBe('votes-exceed-voters');
    await excludeFrom(planner, id, closed, [there[0] ?? '', absent]);
    expect(await refusalOf(vote(id, closed, 2))).toBe('votes-exceed-voters');
    await vote(id, closed, 1);
    await vote(id, open, 2);

    const { content } = await protocolOf(planner, id);
    const headings = content.blocks.flatMap((it) => (it.kind === 'heading' ? [it.text] : []));
    expect(headings).toEqual([
      'Wer dabei war',
      'Öffentlicher Teil',
      'TOP 1: Haushalt',
      'Nichtöffentlicher Teil',
      'TOP 2: Vergabe',
    ]);
    const said = content.blocks.flatMap((it) => (it.kind === 'paragraph' ? [plainText(it.runs)] : []));
    expect(said.filter((it) => it.includes('§ 33'))).toHaveLength(1);

    // Left out afterwards, the vote that stands there is one too many.
    await endSession(planner, id);
    const wrong = () =>
      approveMinutes(planner, id).then(
        () => [],
        (error: RefusedError) => error.problem.errors.map(({ detail }) => detail),
      );
    await excludeFrom(planner, id, open, [there[0] ?? '']);
    expect(await wrong()).toEqual([
      'TOP „Haushalt“: Eingetragen sind 2 Stimmen, anwesend sind 2 Stimmberechtigte, davon 1 nach § 33 ausgeschlossen.',
    ]);
    await excludeFrom(planner, id, open, []);
    // Nor may who was there have been somebody less.
    const seat = (await sessionOf(planner, id)).attendance.find(({ personId }) => personId === there[1]);
    if (seat) await attend(planner, id, seat, false);
    expect(await wrong()).toContain(
      'TOP „Haushalt“: Eingetragen sind 2 Stimmen, anwesend ist 1 Stimmberechtigte:r.',
    );
    const again = (await sessionOf(planner, id)).attendance.find(({ personId }) => personId === there[1]);
    if (again) await attend(planner, id, again);
    expect(await wrong()).toEqual([]);
    expect(await refusalOf(excludeFrom(planner, id, open, []))).toBe('minutes-approved');
  });

  it('leaves out only people of its own', async () => {
    const { id, open } = await evening();
    const stranger = await person(planner, { familyName: 'Fremd' });
    expect(await refusalOf(excludeFrom(planner, id, open, [stranger]))).toBe('exclusion-foreign');
  });

  it('is not approved before somebody said whether it could decide', async () => {
    const { id } = await session(await body());
    app.clock.set('2026-12-10T17:00:00Z');
    planner = await signedInAgain(app, planner);
    const [seat] = (await sessionOf(planner, id)).attendance;
    if (seat) await attend(planner, id, seat);
    await minutesLine(planner, id, { kind: 'TEXT', text: 'Beraten.' });
    await endSession(planner, id);
    expect(await refusalOf(approveMinutes(planner, id))).toBe('committee-minutes-incomplete');
    await keepCommitteeSession(planner, id, { quorumWords: 'Der Ausschuss war beschlussfähig.' });
    await approveMinutes(planner, id);
  });

  it('has 30 days for its minutes, and Heute says until when and that they are late', async () => {
    const { id } = await evening();
    await endSession(planner, id);
    const due = async () => {
      planner = await signedInAgain(app, planner);
      const { lines } = await planner.get<TodayView>('/api/today');
      return lines.find((line) => line.path === `/termine/${id}/nachlauf`)?.text;
    };
    expect(await committeeSession(planner, id)).toMatchObject({
      minutesUntil: '2027-01-09',
      minutesLate: false,
    });
    expect(await due()).toBe('Protokoll vom 10.12. freigeben, spätestens am 09.01.: Sitzung');
    app.clock.set('2027-01-09T12:00:00Z');
    expect(await due()).toContain('freigeben');
    app.clock.set('2027-01-10T12:00:00Z');
    expect(await due()).toBe('Protokoll vom 10.12. überfällig, spätestens am 09.01.: Sitzung');
    expect((await committeeSession(planner, id)).minutesLate).toBe(true);
  });

  it('is kept only for committees, and by those who plan it', async () => {
    const other = await meeting(planner, { title: 'Klausur', day: '2026-12-10' });
    const put = planner.put(
      `/api/meetings/${other}/committee-session`,
      { noticeOn: null, noticeWhere: '', shortNoticeReason: '', quorumWords: '' },
      1,
    );
    expect(await refusalOf(put)).toBe('not-a-committee-session');
    expect(await refusalOf(committeeSession(planner, other))).toBe('not-found');
  });

  it('shows others the public part alone', async () => {
    const { id } = await invitedMeeting(planner, {
      type: 'COMMITTEE',
      title: 'Sitzung',
      committeeId: await body(),
      day: '2026-12-10',
      public: true,
      agenda: [
        { title: 'Haushalt', visibility: 'PUBLIC' },
        { title: 'Vergabe', visibility: 'INTERNAL' },
      ],
      invitees: ['gast@gremium.test'],
    });
    const reader = await signedIn(app, 'reader');
    expect((await meetingPage(reader, id)).agenda.map((item) => item.title)).toEqual(['Haushalt']);
    const pack = JSON.stringify(await reader.get(`/api/meetings/${id}/pack`));
    expect(pack).toContain('Öffentlicher Teil');
    expect(pack).not.toMatch(/Nichtöffentlicher Teil|Vergabe/);
    expect(await refusalOf(protocolOf(reader, id))).toBe('not-found');
    expect(await refusalOf(committeeSession(reader, id))).toBe('not-found');
  });
});
