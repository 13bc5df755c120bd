import { type ReplyResultView, replyRefusals, type RunningMeetingView } from '@runder-tisch/domain/meetings';
import { organisation } from '@runder-tisch/scenario/actors';
import { type Client, refusalOf } from '@runder-tisch/scenario/client';
import * as given from '@runder-tisch/scenario/meetings';
import { invitedByMail, linksOf, mailTo } from '../../../test/answer-links';
import type { ReadMail } from '../../../test/read-mail';
import { replyFamilies, replyIcs, wordsMail } from '../../../test/mails/reply-mails';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

const unfolded = (mail: ReadMail | undefined): string =>
  (mail?.calendar?.text ?? '').replace(/\r\n[ \t]/g, '');

describe('Answers to a meeting', () => {
  let app: TestApp;
  let coordinator: SignedIn;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    app.clock.set('2026-11-23T09:00:00+01:00');
    coordinator = await signedIn(app, 'coordinator');
    app.smtp.clear();
  });
  afterAll(() => app.close());

  const invited = (facts: Partial<given.MeetingFacts> = {}) => invitedByMail(app, coordinator, facts);

  it('fill the places exactly, however many press at once; the others wait in order', async () => {
    const mails = Array.from({ length: 120 }, (_, index) => `gast${index}@ulme.example`);
    const { id } = await given.invitedMeeting(coordinator, {
      day: '2026-12-03',
      capacity: 45,
      invitees: mails,
    });
    const links = await linksOf(app, id);
    const answers = await Promise.all(
      mails.map((mail, index) =>
        given.answerByLink(links[mail] ?? '', {
          answer: 'ACCEPTED',
          companions: String(index % 3 === 0 ? 1 : 0),
        }),
      ),
    );
    expect(answers.filter((it) => it.status !== 303)).toEqual([]);
    const { counts, invitations } = await given.staffMeeting(coordinator, id);
    expect(counts).toMatchObject({
      seats: 45,
      open: 0,
      accepted: counts.accepted,
      waiting: 120 - counts.accepted,
    });
    const places = invitations.flatMap((it) => it.waitingPlace ?? []).sort((a, b) => a - b);
    expect(places).toEqual(places.map((_, index) => index + 1));
  });

  it('put who comes too late on the waiting list; a free place goes to the first with a mail and a calendar part', async () => {
    const mails = ['anna', 'bela', 'cem', 'dora'].map((name) => `${name}@ulme.test`);
    const { id, links } = await invited({ capacity: 2, invitees: mails });
    const [anna = '', bela = '', cem = '', dora = ''] = mails.map((mail) => links[mail]);
    for (const link of [anna, bela]) await given.answerByLink(link, { answer: 'ACCEPTED' });
    expect(await (await fetch(cem)).text()).toContain('Alle Plätze sind vergeben');
    for (const link of [cem, dora]) await given.answerByLink(link, { answer: 'ACCEPTED' });
    const waits = await (await fetch(dora)).text();
    expect(waits).toContain('Sie stehen auf Platz 2 der Warteliste');
    expect(waits).not.toContain('Kalenderdatei herunterladen');

    const more = await given.answerByLink(anna, { answer: 'ACCEPTED', companions: '1' });
    expect([more.status, (await more.text()).includes('Ihr eigener Platz bleibt Ihnen')]).toEqual([
      409,
      true,
    ]);
    const dorasId = (await given.invitationOf(coordinator, id, 'dora@ulme.test')).id;
    await coordinator.post(`/api/invitations/${dorasId}/waiting-place`, { place: 1 });

    await given.answerByLink(anna, { answer: 'DECLINED' });
    expect(await given.invitationOf(coordinator, id, 'dora@ulme.test')).toMatchObject({ waitingPlace: null });
    expect(await given.invitationOf(coordinator, id, 'cem@ulme.test')).toMatchObject({ waitingPlace: 1 });
    const mail = await mailTo(app, 'dora@ulme.test');
    expect(mail?.subject).toContain('Sie haben einen Platz');
    expect(mail?.calendar).toMatchObject({
      method: 'REQUEST',
      sequence: 0,
      attendees: ['mailto:dora@ulme.test'],
    });
    expect(unfolded(mail)).toContain('PARTSTAT=ACCEPTED');

    await given.changeMeeting(coordinator, id, { capacity: 3 });
    expect((await given.staffMeeting(coordinator, id)).counts).toMatchObject({ accepted: 3, waiting: 0 });
    expect(await refusalOf(coordinator.post(`/api/invitations/${dorasId}/waiting-place`, { place: 1 }))).toBe(
      'not-waiting',
    );
  });

  it('noted by the office for a full meeting tell the person that they wait', async () => {
    const { id, links } = await invited({ capacity: 1, invitees: ['anna@ulme.test', 'bela@ulme.test'] });
    await given.answerByLink(links['anna@ulme.test'] ?? '', { answer: 'ACCEPTED' });
    const bela = await given.invitationOf(coordinator, id, 'bela@ulme.test');
    await given.enterAnswer(coordinator, bela.id, { answer: 'ACCEPTED', channel: 'PHONE' });
    const mail = await mailTo(app, 'bela@ulme.test');
    expect(mail?.subject).toContain('Warteliste');
    expect(unfolded(mail)).toContain('PARTSTAT=TENTATIVE');
    await given.withdraw(coordinator, (await given.invitationOf(coordinator, id, 'anna@ulme.test')).id);
    expect(await given.invitationOf(coordinator, id, 'bela@ulme.test')).toMatchObject({ waitingPlace: null });
  });

  it('in place of somebody keep the seat; a deputy with an address gets an invitation of their own', async () => {
    const { id, links } = await invited({ capacity: 1 });
    const link = links['anna@ahornhaus.test'] ?? '';
    const nameless = await given.answerByLink(link, { answer: 'ACCEPTED', deputy: 'ja', deputyName: ' ' });
    expect([nameless.status, (await nameless.text()).includes('Namen der Vertretung')]).toEqual([400, true]);
    await given.answerByLink(link, { answer: 'ACCEPTED', deputy: 'ja', deputyName: 'Mia Vogt' });
    expect(await given.invitationOf(coordinator, id, 'anna@ahornhaus.test')).toMatchObject({
      answer: 'ACCEPTED',
      deputyName: 'Mia Vogt',
      represented: false,
    });

    await given.answerByLink(link, {
      answer: 'ACCEPTED',
      deputy: 'ja',
      deputyName: 'Mia Vogt',
      deputyMail: 'Mia@ahornhaus.test',
    });
    expect(await given.invitationOf(coordinator, id, 'anna@ahornhaus.test')).toMatchObject({
      answer: 'DECLINED',
      represented: true,
    });
    expect(await given.invitationOf(coordinator, id, 'mia@ahornhaus.test')).toMatchObject({
      answer: 'ACCEPTED',
      represents: 'anna@ahornhaus.test',
    });
    expect((await given.staffMeeting(coordinator, id)).counts).toMatchObject({ seats: 1, waiting: 0 });
    const mail = await mailTo(app, 'mia@ahornhaus.test');
    expect(mail?.subject).toContain('Einladung in Vertretung');
    const calendar = unfolded(mail);
    expect(calendar).toContain('DELEGATED-FROM="mailto:anna@ahornhaus.test"');
    expect(calendar).toContain(':mailto:mia@ahornhaus.test');
    expect(await (await fetch(link)).text()).toContain('Mia Vogt kommt in Ihrer Vertretung');

    await given.answerByLink(link, { answer: 'ACCEPTED' });
    expect(await given.invitationOf(coordinator, id, 'anna@ahornhaus.test')).toMatchObject({
      answer: 'ACCEPTED',
      deputyName: '',
      waitingPlace: null,
    });
    expect((await mailTo(app, 'mia@ahornhaus.test'))?.subject).toContain('Einladung zurückgenommen');
  });

  it('from a function mailbox name who comes, and each has a seat', async () => {
    const organisationId = await organisation(coordinator, { name: 'Ahornhaus (Demo)' });
    const { id, links } = await invited({
      invitees: [{ organisationId, mail: 'info@ahornhaus.test', name: 'Ahornhaus (Demo)' }],
    });
    const link = links['info@ahornhaus.test'] ?? '';
    await given.answerByLink(link, { answer: 'ACCEPTED' });
    expect(await (await fetch(link)).text()).toContain('Wer kommt?');
    await given.answerByLink(link, { answer: 'ACCEPTED', coming: 'Mia Vogt\n\n Jan Lind ' });
    expect(await given.invitationOf(coordinator, id, 'info@ahornhaus.test')).toMatchObject({
      coming: ['Mia Vogt', 'Jan Lind'],
      companions: 1,
    });
    app.clock.set('2026-12-03T14:00:00+01:00');
    const planner = await signedIn(app, 'planner');
    const { attendance } = await planner.get<RunningMeetingView>(`/api/meetings/${id}/session`);
    expect(attendance[0]).toMatchObject({ name: 'Mia Vogt, Jan Lind', organisation: 'Ahornhaus (Demo)' });
  });

  it('that come as mails onto the page count once, whatever else lies in the mailbox', async () => {
    const { id } = await given.invitedMeeting(coordinator, {
      day: '2026-12-03',
      invitees: ['anna@ahornhaus.example', 'jan@birkenhof.example'],
    });
    const [sent] = await app.database.rows<{ uid: string }>(
      `select split_part(order_key, ' ', 1) as uid from outbox_message where object_id in (select id from invitation where meeting_id = $1) limit 1`,
      [id],
    );
    const reply = {
      uid: sent?.uid ?? '',
      attendee: 'anna@ahornhaus.example',
      partstat: 'ACCEPTED',
      dtstamp: '20261123T080500Z',
    };
    const drop = (client: Client, bytes: Buffer | string): Promise<Response> =>
      client.raw('POST', `/api/meetings/${id}/replies`, bytes.toString(), {
        'Content-Type': 'application/octet-stream',
      });
    const dropped = async (bytes: Buffer | string): Promise<ReplyResultView> =>
      (await (await drop(coordinator, bytes)).json()) as ReplyResultView;

    expect(await dropped(replyFamilies.exchange(reply))).toMatchObject({ outcome: 'COUNTED' });
    expect(await given.invitationOf(coordinator, id, 'anna@ahornhaus.example')).toMatchObject({
      answer: 'ACCEPTED',
      channel: 'CALENDAR',
      enteredBy: 'Test coordinator',
    });
    expect(await dropped(replyFamilies.exchange(reply))).toMatchObject({
      outcome: 'NOTHING',
      says: replyRefusals.known,
    });
    const later = { ...reply, partstat: 'DECLINED', dtstamp: '20261123T080700Z', comment: 'Bin krank' };
    expect(await dropped(replyIcs(later))).toMatchObject({ outcome: 'COUNTED', text: 'Bin krank' });
    const between = { ...reply, partstat: 'TENTATIVE', dtstamp: '20261123T080600Z' };
    expect(await dropped(replyFamilies.google(between))).toMatchObject({ says: replyRefusals.older });
    expect(await dropped(replyFamilies.google({ ...later, from: 'jan@birkenhof.example' }))).toMatchObject({
      outcome: 'NOTHING',
      says: replyRefusals['other-sender'],
    });
    expect(await given.invitationOf(coordinator, id, 'anna@ahornhaus.example')).toMatchObject({
      answer: 'DECLINED',
      message: 'Bin krank',
    });
    const events = await app.database.rows<{ count: number }>(
      `select count(*)::int as count from audit_event where use_case = 'invitation.reply' and table_name = 'invitation'`,
    );
    expect(events[0]?.count).toBe(2);

    const words = wordsMail({ from: 'jan@birkenhof.example', text: 'Ja, wir kommen zu zweit.' });
    expect(await dropped(words)).toMatchObject({ outcome: 'CHOOSE', text: 'Ja, wir kommen zu zweit.' });
    const counter = { ...reply, attendee: 'jan@birkenhof.example', method: 'COUNTER', partstat: 'TENTATIVE' };
    expect(await dropped(replyFamilies.exchange(counter))).toMatchObject({ outcome: 'PROPOSAL' });
    expect(await given.invitationOf(coordinator, id, 'jan@birkenhof.example')).toMatchObject({
      answer: 'NEEDS_ACTION',
      message: expect.stringContaining('3. Dezember 2026, 14:00–16:00 Uhr') as string,
    });
    const stranger = { ...reply, attendee: 'neu@fremd.example' };
    expect(await dropped(replyFamilies.apple(stranger))).toMatchObject({
      outcome: 'UNKNOWN',
      stranger: { mail: 'neu@fremd.example', answer: 'ACCEPTED' },
    });
    expect(await dropped('kein Brief')).toMatchObject({ outcome: 'NOTHING', says: replyRefusals.unreadable });

    await given.cancelMeeting(coordinator, id);
    expect((await dropped(replyIcs({ ...later, dtstamp: '20261123T090000Z' }))).outcome).toBe('NOTHING');
    expect((await drop(await signedIn(app, 'provider'), replyIcs(reply))).status).toBe(403);
  });
});
