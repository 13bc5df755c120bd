import { Client, refusalOf } from '@runder-tisch/scenario/client';
import type { Page } from '@runder-tisch/domain/lists';
import type { MeetingListItem } from '@runder-tisch/domain/meetings';
import * as given from '@runder-tisch/scenario/meetings';
import * as polls from '@runder-tisch/scenario/polls';
import { JSDOM } from 'jsdom';
import { deliveredMails } from '../../../test/delivered-mails';
import { pollLink, runningPoll, vote as voteBy } from '../../../test/running-poll';
import { type SignedIn, signedIn, signedInAgain } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { PollReminders } from './poll-reminders';

type Votes = Parameters<typeof polls.votesOf>[1];

const ANNA = 'anna@ahornhaus.test';
const JAN = 'jan@birkenhof.test';

describe('A Terminumfrage', () => {
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
  const draft = (facts: Partial<given.MeetingFacts> = {}): Promise<string> =>
    given.meeting(coordinator, { title: 'Runde <Wohnen>', ...facts });
  const running = (facts?: polls.PollFacts, title?: string) => runningPoll(app, coordinator, facts, title);
  const vote = (meetingId: string, link: string | undefined, answers: Votes, comment?: string) =>
    voteBy(coordinator, meetingId, link, answers, comment);

  it('shows in the list of meetings, until its date is chosen or it is taken back', async () => {
    const meetingId = await draft({ title: 'Runde mit Umfrage' });
    const polling = async () =>
      (await coordinator.get<Page<MeetingListItem>>('/api/meetings?search=Runde%20mit%20Umfrage')).items.map(
        (it) => [it.id === meetingId, it.polling],
      );
    expect(await polling()).toEqual([[true, false]]);
    const { id } = await polls.createPoll(coordinator, meetingId);
    expect(await polling()).toEqual([[true, true]]);
    await polls.recallPoll(coordinator, id);
    expect(await polling()).toEqual([[true, false]]);
  });

  it('goes out as a mail without a calendar part, is taken back within a minute, and is a draft again', async () => {
    const meetingId = await draft({ day: '2026-12-24' });
    const { id, sent } = await polls.createPoll(coordinator, meetingId, {
      message: 'Wir brauchen zwei Stunden.',
    });
    expect(sent).toMatchObject({ recipients: 2 });
    expect((await pollOf(meetingId)).recallable).toMatchObject({ recipients: 2 });
    await polls.recallPoll(coordinator, id);
    expect(await delivered()).toEqual([]);
    expect(await pollOf(meetingId)).toMatchObject({
      state: 'DRAFT',
      sentAt: null,
      moves: ['send', 'change', 'remove'],
    });

    await polls.changePoll(coordinator, meetingId, { message: 'Wir brauchen zwei Stunden.' });
    const [anna, jan] = await delivered();
    expect(anna).toMatchObject({ to: ANNA, subject: 'Wann können Sie? Runde <Wohnen>', calendar: null });
    expect(anna?.text).toContain('Wir brauchen zwei Stunden.');
    expect(anna?.text).toContain('Dienstag, 8. Dezember 2026, 14:00–16:00 Uhr');
    expect(anna?.text).toContain('30. November 2026');
    expect(pollLink(anna)).not.toBe(pollLink(jan));
    expect((await given.staffMeeting(coordinator, meetingId)).startsAt).toBeNull();
    expect(await refusalOf(polls.recallPoll(coordinator, id))).toBe('poll-recall-too-late');
  });

  it('is answered without account, one row per date, and changed until the deadline', async () => {
    const { meetingId, links } = await running();
    const link = links[ANNA] ?? '';
    const page = await fetch(link);
    const text = await page.text();
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(text).toContain('Runde &lt;Wohnen&gt;');
    expect(text).toContain('Dienstag, 8. Dezember 2026');
    expect(text).toContain('bis\n<strong>30. November 2026, 23:59 Uhr</strong>');
    for (const words of ['Ja', 'Notfalls', 'Nein', 'Alle Ja'])
      expect(text).toMatch(new RegExp(`>\\s*${words}\\s*<`));
    expect(text).not.toContain('<script');
    expect(text).not.toContain(JAN);

    const missing = await vote(meetingId, link, ['YES', null], 'Erst ab 15 Uhr');
    expect(missing.status).toBe(400);
    const again = await missing.text();
    expect(again).toContain('Bitte geben Sie zu jedem Termin eine Antwort.');
    expect(again).toContain('Erst ab 15 Uhr');
    expect((await pollOf(meetingId)).silent).toBe(2);

    const answer = await vote(meetingId, link, ['IF_NEED_BE', 'NO'], 'Erst ab 15 Uhr');
    expect(answer.status).toBe(303);
    const saved = new JSDOM(await (await fetch(new URL(answer.headers.get('location') ?? '', link))).text());
    expect(saved.window.document.title).toMatch(/^Gespeichert: /);
    expect(saved.window.document.querySelector('[autofocus]')?.textContent).toContain(
      'Danke, Ihre Antworten',
    );
    expect(await (await fetch(link)).text()).toContain('Danke, Ihre Antworten sind gespeichert.');
    await given.answerByLink(link, { alle: 'YES' });
    const poll = await pollOf(meetingId);
    expect(poll.options.map(({ yes, no, open }) => [yes, no, open])).toEqual([
      [1, 0, 1],
      [1, 0, 1],
    ]);
    expect(poll.voters.find((it) => it.mail === ANNA)).toMatchObject({
      voted: true,
      channel: 'LINK',
      comment: 'Erst ab 15 Uhr',
    });

    app.clock.set('2026-12-01T00:00:00+01:00');
    coordinator = await signedInAgain(app, coordinator);
    expect((await vote(meetingId, link, ['NO', 'NO'])).status).toBe(409);
    expect(await (await fetch(link)).text()).toContain('Diese Umfrage ist beendet');
    expect((await pollOf(meetingId)).options.map((it) => it.no)).toEqual([0, 0]);
    app.clock.set('2027-07-01T00:00:00+01:00');
    expect((await fetch(link)).status).toBe(410);
    expect((await fetch(link.slice(0, -1))).status).toBe(404);
  });

  it('keeps what was ticked when somebody presses Enter: no form has a second button for that', async () => {
    const { links } = await running();
    const { document } = new JSDOM(await (await fetch(links[ANNA] ?? '')).text()).window;
    const withFields = [...document.querySelectorAll('form')].filter(
      (form) => form.querySelector('input, select, textarea') !== null,
    );
    expect(withFields).toHaveLength(1);
    const pressed = [...(withFields[0]?.querySelectorAll('[type=submit]') ?? [])];
    expect(pressed.map((it) => [it.textContent.trim(), it.getAttribute('name')])).toEqual([
      ['Antworten senden', null],
    ]);
  });

  it.each(['GET', 'HEAD', 'OPTIONS'])(
    'is not answered by %s: mail gateways open every link',
    async (method) => {
      const { meetingId, links } = await running();
      await fetch(`${links[ANNA]}?alle=YES`, { method });
      expect((await pollOf(meetingId)).silent).toBe(2);
    },
  );

  it('holds its limit per link and keeps nothing of a hostile form', async () => {
    const { meetingId, links } = await running();
    const foreign = await running();
    const [other] = (await pollOf(foreign.meetingId)).options;
    const odd = await given.answerByLink(links[ANNA] ?? '', {
      [`termin-${other?.id}`]: 'YES',
      comment: 'x'.repeat(900),
    });
    expect(odd.status).toBe(400);
    expect((await pollOf(meetingId)).silent).toBe(2);
    expect((await pollOf(foreign.meetingId)).silent).toBe(2);
    const many = await Promise.all(
      Array.from({ length: 31 }, () => given.answerByLink(links[JAN] ?? '', { alle: 'JA' })),
    );
    expect(many.filter((it) => it.status === 429).length).toBeGreaterThan(0);
    expect((await vote(meetingId, links[ANNA], ['YES', 'YES'])).status).toBe(303);
  });

  it('takes what came by phone, also after the deadline, and forgets it again', async () => {
    const { meetingId } = await running({ people: [`${ANNA}!`, JAN] });
    await polls.enterVotes(coordinator, await pollOf(meetingId), JAN, ['YES', null]);
    expect((await pollOf(meetingId)).voters.find((it) => it.mail === JAN)).toMatchObject({
      voted: false,
      channel: 'PHONE',
      enteredBy: 'Test coordinator',
    });
    app.clock.set('2026-12-02T09:00:00+01:00');
    coordinator = await signedInAgain(app, coordinator);
    await polls.enterVotes(coordinator, await pollOf(meetingId), JAN, ['YES', 'NO']);
    await polls.enterVotes(coordinator, await pollOf(meetingId), ANNA, ['NO', 'IF_NEED_BE']);
    const poll = await pollOf(meetingId);
    const [first, second] = poll.options;
    expect(first).toMatchObject({ yes: 1, no: 1, requiredNo: [ANNA], rank: 2 });
    expect(second).toMatchObject({ ifNeedBe: 1, rank: 1 });
    expect(poll.proposal).toEqual({
      optionId: second?.id,
      reason: 'Wer dabei sein muss, kann; 1 von 2 kann (0 Ja, 1 Notfalls).',
    });
    await coordinator.post(`/api/poll-voters/${poll.voters.find((it) => it.mail === JAN)?.id}/clear-votes`);
    expect((await pollOf(meetingId)).silent).toBe(1);
  });

  it('reminds the silent once by itself before its last day, and by button once a day', async () => {
    const { id, meetingId, links } = await running({}, 'Runde Erinnern');
    await vote(meetingId, links[ANNA], ['YES', 'YES']);
    const reminders = app.get(PollReminders);
    expect(await reminders.run()).toBe(0);
    expect((await pollOf(meetingId)).remindAt).toBe('2026-11-28T07:00:00.000Z');
    app.clock.set('2026-11-28T08:00:00+01:00');
    await Promise.all([reminders.run(), reminders.run()]);
    const [mail, ...others] = (await delivered()).filter((it) => it.subject.endsWith('Runde Erinnern'));
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: JAN, subject: 'Noch offen: Wann können Sie? Runde Erinnern' });
    expect((await fetch(pollLink(mail))).status).toBe(200);
    coordinator = await signedInAgain(app, coordinator);
    expect(await refusalOf(polls.remindPoll(coordinator, id))).toBe('poll-reminded-today');
    app.clock.set('2026-11-29T09:00:00+01:00');
    coordinator = await signedInAgain(app, coordinator);
    expect(await reminders.run()).toBe(0);
    expect(await polls.remindPoll(coordinator, id)).toMatchObject({ recipients: 1 });
    await polls.recallPoll(coordinator, id);
    expect(await delivered()).toEqual([]);
    await vote(meetingId, links[JAN], ['NO', 'NO']);
    expect(await refusalOf(polls.remindPoll(coordinator, id))).toBe('poll-nobody-silent');
  });

  it('tells of new dates those who have voted, asks newcomers, and of lost ones those who have none left', async () => {
    const { meetingId, links } = await running({
      dates: ['2026-12-08 14:00–16:00', '2026-12-08 16:00–18:00'],
    });
    await vote(meetingId, links[ANNA], ['YES', 'NO']);
    const facts = {
      dates: ['2026-12-08 14:00–16:00', '2026-12-08 16:00–18:00', '2026-12-11 10:00–12:00'],
      people: [ANNA, JAN, 'lea@kiebitz.test'],
    };
    expect((await polls.changePoll(coordinator, meetingId, facts)).sent).toMatchObject({ recipients: 2 });
    const mails = await delivered();
    expect(mails.map((it) => [it.to, it.subject])).toEqual([
      [ANNA, 'Neuer Terminvorschlag: Runde <Wohnen>'],
      ['lea@kiebitz.test', 'Wann können Sie? Runde <Wohnen>'],
    ]);
    expect(mails[0]?.text).toContain('Freitag, 11. Dezember 2026, 10:00–12:00 Uhr');
    expect(mails[0]?.text).not.toContain('8. Dezember');
    const poll = await pollOf(meetingId);
    expect(poll.voters.find((it) => it.mail === ANNA)).toMatchObject({ voted: false, answers: [{}, {}] });
    expect(await (await fetch(links[ANNA] ?? '')).text()).toContain('Es ist ein Termin dazugekommen.');
    await vote(meetingId, links[ANNA], ['YES', 'NO', 'NO']);

    await polls.changePoll(coordinator, meetingId, { ...facts, dates: facts.dates.slice(1) });
    const [gone, ...rest] = await delivered();
    expect(rest).toEqual([]);
    expect(gone).toMatchObject({ to: ANNA, subject: 'Terminvorschläge geändert: Runde <Wohnen>' });
    expect((await pollOf(meetingId)).options).toHaveLength(2);
    expect(
      (
        await polls.changePoll(coordinator, meetingId, {
          ...facts,
          dates: facts.dates.slice(1),
          message: 'Neu',
        })
      ).sent,
    ).toMatchObject({ recipients: 0 });
  });

  it('is seen by those who plan the meeting and by the administration, and by nobody else', async () => {
    const { id, meetingId } = await running();
    expect((await polls.pollOf(await signedIn(app, 'admin'), meetingId)).mayChange).toBe(false);
    for (const outsider of [await signedIn(app, 'provider'), await signedIn(app, 'coordinator')]) {
      expect(await refusalOf(polls.pollOf(outsider, meetingId))).toBe('not-found');
      expect(['not-found', 'forbidden']).toContain(await refusalOf(polls.closePoll(outsider, id)));
    }
    expect(await refusalOf(polls.pollOf(new Client(app.url), meetingId))).toBe('not-signed-in');
  });

  it('goes once more to those whose mail was refused, as long as it can be taken back', async () => {
    app.smtp.refuse(550);
    const meetingId = await given.meeting(coordinator, { title: 'Runde' });
    const { id } = await polls.createPoll(coordinator, meetingId);
    await deliveredMails(app);
    app.smtp.refuse(null);
    const states = async () =>
      new Set((await polls.pollOf(coordinator, meetingId)).voters.map((it) => it.mailState?.state));
    const { recipients } = await polls.askAgain(coordinator, id);
    expect((await polls.pollOf(coordinator, meetingId)).recallable?.recipients).toBe(recipients);
    await polls.recallPoll(coordinator, id);
    expect(await deliveredMails(app)).toEqual([]);
    expect(await polls.pollOf(coordinator, meetingId)).toMatchObject({ state: 'OPEN', recallable: null });
    expect(await states()).toEqual(new Set(['REFUSED']));

    await polls.askAgain(coordinator, id);
    const mails = await deliveredMails(app);
    expect(mails).toHaveLength(recipients);
    expect(mails.every((mail) => pollLink(mail) !== '')).toBe(true);
    expect(await states()).toEqual(new Set(['SENT']));
    expect(await refusalOf(polls.askAgain(coordinator, id))).toBe('nobody-refused');
  });
});
