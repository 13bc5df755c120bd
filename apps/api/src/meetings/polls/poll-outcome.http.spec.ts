import type { PollMailView } from '@runder-tisch/domain/meetings';
import { refusalOf } from '@runder-tisch/scenario/client';
import { place as placeOfList } from '@runder-tisch/scenario/lists';
import * as given from '@runder-tisch/scenario/meetings';
import * as polls from '@runder-tisch/scenario/polls';
import { deliveredMails } from '../../../test/delivered-mails';
import { runningPoll, vote as voteBy } from '../../../test/running-poll';
import { type SignedIn, signedIn, signedInAgain } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

type Votes = Parameters<typeof polls.votesOf>[1];

const ANNA = 'anna@ahornhaus.test';
const JAN = 'jan@birkenhof.test';

describe('What comes of a Terminumfrage', () => {
  let app: TestApp;
  let coordinator: SignedIn;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    app.clock.set('2026-11-23T09:00:00+01:00');
    coordinator = await signedIn(app, 'coordinator');
  });
  // What a test leaves waiting would come to the next one.
  afterEach(() => delivered());
  afterAll(() => app.close());

  const delivered = () => deliveredMails(app);
  const pollOf = (meetingId: string) => polls.pollOf(coordinator, meetingId);
  const running = (facts?: polls.PollFacts, title?: string) => runningPoll(app, coordinator, facts, title);
  const vote = (meetingId: string, link: string | undefined, answers: Votes, comment?: string) =>
    voteBy(coordinator, meetingId, link, answers, comment);

  it('is the meeting in one step: date, invitations, and a yes that is shown but is no acceptance', async () => {
    const { id, meetingId, links } = await running();
    await vote(meetingId, links[ANNA], ['NO', 'YES']);
    const poll = await pollOf(meetingId);
    const optionId = poll.options[1]?.id ?? '';
    expect(await refusalOf(given.invite(coordinator, meetingId))).toBe('poll-running');
    expect(await refusalOf(coordinator.delete(`/api/meetings/${meetingId}`))).toBe('poll-running');
    expect(await refusalOf(polls.chooseDate(coordinator, id, { optionId }))).toBe('meeting-needs-place');
    const place = 'Kreishaus Köthen';
    const choices = await Promise.all(
      [optionId, poll.options[0]?.id ?? ''].map((it) =>
        refusalOf(polls.chooseDate(coordinator, id, { optionId: it, place, answerUntilDay: '2026-12-04' })),
      ),
    );
    expect(choices.sort()).toEqual(['not refused', 'poll-chosen']);
    const chosen = (await pollOf(meetingId)).chosenOptionId === optionId;
    const mails = await delivered();
    expect(mails.map((it) => it.to)).toEqual([ANNA, JAN]);
    expect(mails[0]?.calendar).toMatchObject({
      method: 'REQUEST',
      sequence: 0,
      start: new Date(`2026-12-${chosen ? '10' : '08'}T14:00:00+01:00`),
    });
    const page = await given.staffMeeting(coordinator, meetingId);
    expect(page).toMatchObject({
      state: 'INVITED',
      place,
      poll: { state: 'CHOSEN' },
      answerUntilDay: '2026-12-04',
    });
    expect(page.invitations.map(({ mail, answer, pollAnswer }) => [mail, answer, pollAnswer])).toEqual([
      [ANNA, 'NEEDS_ACTION', chosen ? 'YES' : 'NO'],
      [JAN, 'NEEDS_ACTION', null],
    ]);
    const after = await (await fetch(links[JAN] ?? '')).text();
    expect(after).toContain('Der Termin steht fest');
    expect((await vote(meetingId, links[JAN], ['YES', 'YES'])).status).toBe(409);
    expect(await refusalOf(polls.createPoll(coordinator, meetingId))).toBe('poll-not-needed');
  });

  it('is shown as a mail before anybody is asked, and nothing leaves or is kept', async () => {
    const meetingId = await given.meeting(coordinator, { title: 'Fachgespräch' });
    const request = polls.pollRequest({ people: [{ mail: ANNA, name: 'Anna Ehlers' }] });
    const mail = await coordinator.post<PollMailView>(`/api/meetings/${meetingId}/poll/preview`, request);
    expect(mail).toMatchObject({ to: `Anna Ehlers <${ANNA}>`, subject: 'Wann können Sie? Fachgespräch' });
    expect(JSON.stringify(mail.content)).toContain('Dienstag, 8. Dezember 2026');
    expect(JSON.stringify(mail.content)).toContain('/antwort/probe');
    expect(await delivered()).toEqual([]);
    expect(await coordinator.get(`/api/meetings/${meetingId}/poll`)).toEqual({ poll: null });
  });

  it('takes a place of the list with what is known of it', async () => {
    const { id, meetingId } = await running();
    const placeId = await placeOfList(await signedIn(app, 'planner'), { name: 'Rathaus Zerbst' });
    const [option] = (await pollOf(meetingId)).options;
    const known = { placeId, place: 'Rathaus Zerbst', placeNote: 'Saal 2', accessibility: 'stufenlos' };
    await polls.chooseDate(coordinator, id, { optionId: option?.id ?? '', ...known });
    expect(await given.staffMeeting(coordinator, meetingId)).toMatchObject(known);
  });

  it('may be the date alone, or a new one a new one for a postponed meeting with the same calendar entry', async () => {
    const { id: meetingId } = await given.invitedMeeting(coordinator, {
      day: '2026-12-03',
      invitees: [ANNA, JAN],
    });
    const [before] = await delivered();
    await given.postponeMeeting(coordinator, meetingId);
    await delivered();
    const { id } = await polls.createPoll(coordinator, meetingId);
    expect(await refusalOf(given.cancelMeeting(coordinator, meetingId))).toBe('poll-running');
    await delivered();
    const [option] = (await pollOf(meetingId)).options;
    expect(await polls.chooseDate(coordinator, id, { optionId: option?.id ?? '', invite: false })).toEqual({
      sent: null,
    });
    expect(await delivered()).toEqual([]);
    expect(await given.staffMeeting(coordinator, meetingId)).toMatchObject({
      state: 'SCHEDULED',
      startsAt: '2026-12-08T13:00:00.000Z',
    });
    await given.changeMeeting(coordinator, meetingId, { place: 'Kreishaus' });
    await given.invite(coordinator, meetingId);
    const [invited] = await delivered();
    expect(invited?.calendar?.uid).toBe(before?.calendar?.uid);
    expect(invited?.calendar?.sequence).toBeGreaterThan(before?.calendar?.sequence ?? 9);
  });

  it('is nothing when it is cancelled with a reason everybody hears; closed it is opened and opened again without a mail', async () => {
    const { id, meetingId, links } = await running();
    await polls.closePoll(coordinator, id);
    expect((await pollOf(meetingId)).state).toBe('CLOSED');
    expect(await refusalOf(polls.remindPoll(coordinator, id))).toBe('poll-closed');
    await polls.changePoll(coordinator, meetingId, { untilDay: '2026-12-02' });
    expect(await pollOf(meetingId)).toMatchObject({ state: 'OPEN', untilDay: '2026-12-02' });
    expect(await delivered()).toEqual([]);
    expect(await polls.cancelPoll(coordinator, id, 'Das Treffen entfällt.')).toMatchObject({ recipients: 2 });
    const mails = await delivered();
    expect(mails.map((it) => it.subject)).toEqual(Array(2).fill('Terminumfrage abgesagt: Runde <Wohnen>'));
    expect(mails[0]?.text).toContain('Das Treffen entfällt.');
    expect(await (await fetch(links[ANNA] ?? '')).text()).toContain('Das Treffen entfällt.');
    await polls.createPoll(coordinator, meetingId);
    expect((await pollOf(meetingId)).state).toBe('OPEN');
  });

  it('stands on „Heute“ while people are silent, and when its date is to be chosen', async () => {
    const { meetingId, links } = await running();
    type Today = { lines: { kind: string; text: string; path: string; post: string | null }[] };
    const lines = async () =>
      (await coordinator.get<Today>('/api/today')).lines.filter((it) => it.path.includes(meetingId));
    expect(await lines()).toEqual([]);
    await vote(meetingId, links[ANNA], ['YES', 'YES']);
    app.clock.set('2026-11-26T09:00:00+01:00');
    coordinator = await signedInAgain(app, coordinator);
    expect(await lines()).toMatchObject([
      { kind: 'poll-silent', text: '1 von 2 hat nicht abgestimmt: Runde <Wohnen>' },
    ]);
    await coordinator.post((await lines())[0]?.post ?? '');
    expect(await lines()).toEqual([]);
    await vote(meetingId, links[JAN], ['YES', 'NO']);
    expect(await lines()).toMatchObject([
      { text: 'Alle haben abgestimmt: Termin wählen für Runde <Wohnen>' },
    ]);
    app.clock.set('2026-12-01T09:00:00+01:00');
    coordinator = await signedInAgain(app, coordinator);
    expect(await lines()).toMatchObject([
      { text: 'Umfrage beendet: Termin wählen für Runde <Wohnen>', path: `/termine/${meetingId}/umfrage` },
    ]);
  });
});
