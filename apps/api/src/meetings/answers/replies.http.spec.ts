import type { Page } from '@runder-tisch/domain/lists';
import { type ReplyResultView, replyRefusals } from '@runder-tisch/domain/meetings';
import type { OutboxListItem } from '@runder-tisch/domain/outbox';
import * as given from '@runder-tisch/scenario/meetings';
import { replyFamilies, type ReplyFacts, replyIcs, wordsMail } from '../../../test/mails/reply-mails';
import { type SignedIn, signedIn, signedInAgain } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { Dispatcher } from '../../outbox/dispatcher';

const IDA = 'ida@linde.example';
const JAN = 'jan@birke.example';
const HOUSE = 'post@grün-haus.example';
/** Mails of the 24th at this time. */
const sent = (time: string): string => `Tue, 24 Nov 2026 ${time}:00 +0100`;

describe('Replies dragged onto a meeting', () => {
  let app: TestApp;
  let coordinator: SignedIn;
  let meetingId: string;
  /** What Outlook for Mac and iOS write: the DTSTAMP of the invitation, whatever was answered when. */
  let reply: ReplyFacts;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    app.clock.set('2026-11-23T09:00:00+01:00');
    coordinator = await signedIn(app, 'coordinator');
    const { id } = await given.invitedMeeting(coordinator, {
      day: '2026-12-03',
      invitees: [IDA, JAN, HOUSE],
    });
    const [mail] = await app.database.rows<{ uid: string }>(
      `select split_part(order_key, ' ', 1) as uid from outbox_message where object_id in (select id from invitation where meeting_id = $1) limit 1`,
      [id],
    );
    meetingId = id;
    reply = { uid: mail?.uid ?? '', attendee: IDA, partstat: 'ACCEPTED', dtstamp: '20261123T080000Z' };
    await later('2026-11-24T18:00:00+01:00');
  });
  afterAll(() => app.close());

  async function later(moment: string): Promise<void> {
    app.clock.set(moment);
    coordinator = await signedInAgain(app, coordinator);
  }

  async function dropped(bytes: Buffer | string, answer = ''): Promise<ReplyResultView> {
    const path = `/api/meetings/${meetingId}/replies${answer && `?answer=${answer}`}`;
    const response = await coordinator.raw('POST', path, Buffer.from(bytes), {
      'Content-Type': 'application/octet-stream',
    });
    return (await response.json()) as ReplyResultView;
  }
  const entered = (mail = IDA) => given.invitationOf(coordinator, meetingId, mail);
  const { outlook, thunderbird, groupware } = replyFamilies;

  it('count by the date of the mail where each repeats the stamp of the invitation, in whatever order they come', async () => {
    const yes = outlook({ ...reply, date: sent('10:00') });
    const no = outlook({ ...reply, partstat: 'DECLINED', date: sent('10:04') });
    expect(await dropped(yes)).toMatchObject({ outcome: 'COUNTED' });
    expect(await dropped(no)).toMatchObject({ outcome: 'COUNTED' });
    expect(await dropped(yes)).toMatchObject({ outcome: 'NOTHING', says: replyRefusals.older });
    expect(await dropped(no)).toMatchObject({ outcome: 'NOTHING', says: replyRefusals.known });
    expect(await entered()).toMatchObject({ answer: 'DECLINED' });
  });

  it('count by the moment the button was pressed, where Outlook tells it', async () => {
    const at = (partstat: string, time: string) =>
      groupware({ ...reply, partstat, more: [`X-MICROSOFT-CDO-REPLYTIME:20261124T${time}Z`] });
    expect(await dropped(at('TENTATIVE', '090000'))).toMatchObject({ outcome: 'COUNTED' });
    expect(await dropped(at('ACCEPTED', '085900'))).toMatchObject({ says: replyRefusals.older });
    expect(await dropped(at('DECLINED', '090100'))).toMatchObject({ outcome: 'COUNTED' });
    expect(await entered()).toMatchObject({ answer: 'DECLINED' });
  });

  it('are put to the office where they differ and neither is known to be the later one', async () => {
    await dropped(replyIcs(reply));
    const no = replyIcs({ ...reply, partstat: 'DECLINED', comment: 'Doch nicht' });
    const asked = await dropped(no);
    expect(asked).toMatchObject({
      outcome: 'DIFFERS',
      text: 'Doch nicht',
      differs: { entered: 'ACCEPTED', said: 'DECLINED' },
    });
    expect(asked.says).toContain('Eingetragen ist „kommt“, hier steht „kommt nicht“');
    expect(await entered()).toMatchObject({ answer: 'ACCEPTED' });
    expect(await dropped(no, 'DECLINED')).toMatchObject({ outcome: 'COUNTED' });
    expect(await entered()).toMatchObject({ answer: 'DECLINED', message: 'Doch nicht', channel: 'CALENDAR' });
  });

  it('do not overrule what was said later on the telephone', async () => {
    await given.enterAnswer(coordinator, (await entered()).id, { answer: 'DECLINED', channel: 'PHONE' });
    expect(await dropped(outlook({ ...reply, date: sent('17:00') }))).toMatchObject({
      says: replyRefusals.older,
    });
    await later('2026-11-25T09:00:00+01:00');
    const anew = outlook({ ...reply, date: 'Wed, 25 Nov 2026 08:30:00 +0100' });
    expect(await dropped(anew)).toMatchObject({ outcome: 'COUNTED' });
  });

  it('to a version the program counted up itself are replies to ours', async () => {
    const stamps = { dtstamp: '20261124T090000Z', date: sent('10:00') };
    expect(await dropped(thunderbird({ ...reply, ...stamps, sequence: 3 }))).toMatchObject({
      outcome: 'COUNTED',
    });
    const after = { ...reply, partstat: 'DECLINED', dtstamp: '20261124T093000Z', date: sent('10:30') };
    expect(await dropped(thunderbird(after))).toMatchObject({ outcome: 'COUNTED' });
    expect(await entered()).toMatchObject({ answer: 'DECLINED' });
  });

  it('in words are kept beside the answer the office reads in them, with their date', async () => {
    const words = wordsMail({ from: JAN, text: 'Wir kommen zu zweit.', date: sent('12:00') });
    expect(await dropped(words)).toMatchObject({ outcome: 'CHOOSE', text: 'Wir kommen zu zweit.' });
    expect(await dropped(words, 'ACCEPTED')).toMatchObject({
      outcome: 'COUNTED',
      text: 'Wir kommen zu zweit.',
    });
    expect(await entered(JAN)).toMatchObject({
      answer: 'ACCEPTED',
      channel: 'MAIL',
      message: 'Wir kommen zu zweit.',
      enteredBy: 'Test coordinator',
    });
    const jan = { ...reply, attendee: JAN, partstat: 'DECLINED' };
    expect(await dropped(outlook({ ...jan, date: sent('11:00') }))).toMatchObject({
      says: replyRefusals.older,
    });
    expect(await dropped(outlook({ ...jan, date: sent('13:00') }))).toMatchObject({ outcome: 'COUNTED' });
    expect(await dropped(words)).toMatchObject({
      outcome: 'CHOOSE',
      says: expect.stringContaining('kommt nicht') as string,
    });
  });

  it('with words around a calendar answer keep both', async () => {
    await dropped(groupware({ ...reply, comment: 'Brauche einen Aufzug' }));
    expect(await entered()).toMatchObject({ message: 'Brauche einen Aufzug' });
    await dropped(outlook({ ...reply, partstat: 'TENTATIVE', date: sent('14:00') }));
    expect(await entered()).toMatchObject({ message: 'Ich antworte über meinen Kalender.' });
  });

  it('that come back as undeliverable name the person and change nothing', async () => {
    const before = await entered();
    const bounce = [
      'Return-Path: <>',
      'From: MAILER-DAEMON@mx.linde.example',
      'Subject: Unzustellbar',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="naht"',
      '',
      '--naht',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.linde.example',
      '',
      `Final-Recipient: rfc822; ${IDA}`,
      'Action: failed',
      'Status: 5.2.2',
      '--naht--',
      '',
    ].join('\r\n');
    const told = await dropped(bounce, 'ACCEPTED');
    expect(told).toMatchObject({ outcome: 'UNDELIVERABLE', invitation: { id: before.id } });
    expect(told.says).toContain('Das Postfach ist voll.');
    expect(await entered()).toEqual(before);
  });

  it('that come back as undeliverable are noted at the mail, once, for the list and the Postausgang', async () => {
    const { id } = await given.invitedMeeting(coordinator, {
      title: 'Treffen mit vollem Postfach',
      day: '2026-12-10',
      invitees: ['voll@ulme.test', 'frei@ulme.test'],
    });
    app.clock.pass(2, 'minutes');
    await app.get(Dispatcher).runOnce();
    const mail = async (name: string) =>
      (await given.invitationOf(coordinator, id, `${name}@ulme.test`)).mailState;
    expect(await mail('voll')).toMatchObject({ state: 'SENT' });
    const bounce = [
      'From: MAILER-DAEMON@mx.ulme.test',
      'Subject: Unzustellbar',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="naht"',
      '',
      '--naht',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.ulme.test',
      '',
      'Final-Recipient: rfc822; Voll@ulme.test',
      'Action: failed',
      'Status: 5.2.2',
      '--naht--',
      '',
    ].join('\r\n');
    const drop = () =>
      coordinator.raw('POST', `/api/meetings/${id}/replies`, Buffer.from(bounce), {
        'Content-Type': 'application/octet-stream',
      });
    expect(await (await drop()).json()).toMatchObject({
      outcome: 'UNDELIVERABLE',
      says: expect.stringContaining('Im Postausgang ist das vermerkt.'),
    });
    const noted = {
      state: 'REFUSED',
      reason: 'Der Mailserver meldet: unzustellbar an voll@ulme.test. Das Postfach ist voll.',
    };
    expect(await mail('voll')).toMatchObject(noted);
    expect(await mail('frei')).toMatchObject({ state: 'SENT', reason: '' });
    await drop();
    expect(await mail('voll')).toMatchObject(noted);
    const admin = await signedIn(app, 'admin');
    const { items } = await admin.get<Page<OutboxListItem>>('/api/outbox?state=REFUSED&limit=100');
    expect(items).toEqual([expect.objectContaining({ ...noted, toAddress: 'voll@ulme.test' })]);
  });

  it('with signs no database keeps are read without them or refused, wherever the signs stand', async () => {
    const NUL = '\u0000';
    const whole = [
      replyIcs({ ...reply, comment: 'Gern' }),
      thunderbird({ ...reply, comment: 'Gern', date: sent('10:00') }).toString('latin1'),
      wordsMail({ from: JAN, text: 'Wir kommen zu zweit.', date: sent('12:00') }).toString('latin1'),
    ];
    for (const text of whole) {
      const spoilt = [/: ?/g, /=/g, /[A-Z][a-z]+/g, /\r\n\r\n/g, /@/g].map((place) =>
        text.replaceAll(place, (found) => `${found}${NUL}`),
      );
      for (const bytes of spoilt) {
        const path = `/api/meetings/${meetingId}/replies?answer=ACCEPTED`;
        const { status } = await coordinator.raw('POST', path, Buffer.from(bytes, 'latin1'), {
          'Content-Type': 'application/octet-stream',
        });
        if (status >= 500) throw new Error(`${status}: ${JSON.stringify(bytes)}`);
      }
    }
  });

  it('count for a domain with umlauts however the mail program writes it', async () => {
    const house = { ...reply, attendee: 'post@xn--grn-haus-75a.example', dtstamp: '20261124T090000Z' };
    expect(await dropped(outlook(house))).toMatchObject({ outcome: 'COUNTED' });
    expect(await entered(HOUSE)).toMatchObject({ answer: 'ACCEPTED' });
  });

  it('refuse a choice that is none', async () => {
    const path = `/api/meetings/${meetingId}/replies?answer=NEEDS_ACTION`;
    expect((await coordinator.raw('POST', path, replyIcs(reply))).status).toBe(400);
  });
});
