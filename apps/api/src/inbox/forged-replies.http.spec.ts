import * as given from '@runder-tisch/scenario/meetings';
import { replyFamilies, type ReplyFacts, replyIcs, wordsMail } from '../../test/mails/reply-mails';
import { type TestImap, testImap } from '../../test/imap/test-imap';
import { type SignedIn, signedIn, signedInAgain } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { bounce, fresh } from '../../test/imap/inbox-mails';
import { InboxPoll } from './inbox-poll';

const IDA = 'ida@linde.test';
const JAN = 'jan@birke.test';
const EVIL = 'ida@linde.test.boese.test';

describe('The inbox against forged, stale, repeated and reordered answers', () => {
  let app: TestApp;
  let imap: TestImap;
  let coordinator: SignedIn;
  let meetingId: string;
  let yes: ReplyFacts;

  beforeAll(async () => {
    imap = await testImap();
    app = await testApp({ imapUrl: imap.url });
    app.clock.set('2026-11-23T09:00:00+01:00');
    coordinator = await signedIn(app, 'coordinator');
    ({ id: meetingId } = await given.invitedMeeting(coordinator, {
      day: '2026-12-03',
      invitees: [IDA, JAN],
    }));
    const [mail] = await app.database.rows<{ uid: string }>(
      `select split_part(order_key, ' ', 1) as uid from outbox_message where object_id in (select id from invitation where meeting_id = $1) limit 1`,
      [meetingId],
    );
    // Moved once, so that there is an earlier date to answer.
    app.clock.pass(2, 'minutes');
    await given.changeMeeting(coordinator, meetingId, { startTime: '15:00', endTime: '17:00' });
    app.clock.set('2026-11-24T18:00:00+01:00');
    coordinator = await signedInAgain(app, coordinator);
    yes = {
      uid: mail?.uid ?? '',
      attendee: IDA,
      partstat: 'ACCEPTED',
      sequence: 1,
      dtstamp: '20261124T100000Z',
      date: 'Tue, 24 Nov 2026 10:00:00 +0000',
      comment: 'Gern',
    };
    imap.deliver(fresh(replyFamilies.groupware(yes)));
    await app.get(InboxPoll).runOnce();
  });
  afterAll(async () => {
    await app.close();
    await imap.close();
  });

  const state = async () => {
    const { invitations, counts, startsAt, title } = await given.staffMeeting(coordinator, meetingId);
    return { invitations, counts, startsAt, title };
  };

  function variants(): [string, Buffer][] {
    const no: ReplyFacts = {
      ...yes,
      partstat: 'DECLINED',
      comment: '',
      dtstamp: '20261124T110000Z',
      date: 'Tue, 24 Nov 2026 11:00:00 +0000',
    };
    const early = { dtstamp: '20261124T090000Z', date: 'Tue, 24 Nov 2026 09:00:00 +0000' };
    const future = { dtstamp: '20281124T090000Z', date: 'Fri, 24 Nov 2028 09:00:00 +0000' };
    const { groupware, outlook, exchange } = replyFamilies;
    const text = (raw: Buffer, from: string | RegExp, to: string): Buffer =>
      Buffer.from(raw.toString('latin1').replace(from, to), 'latin1');
    const plain = (ics: string, head: string[] = [`From: Ida <${IDA}>`]): Buffer =>
      Buffer.from(
        [
          ...head,
          'Message-ID: <antwort@beispiel.test>',
          'Date: Tue, 24 Nov 2026 11:00:00 +0000',
          'Content-Type: text/calendar; charset=utf-8; method=REPLY',
          '',
          ics,
        ].join('\r\n'),
      );
    const ofEach = Object.entries(replyFamilies).flatMap(([name, family]): [string, Buffer][] => [
      [`${name}: given before the one that counts`, family({ ...no, ...early })],
      [`${name}: to the date before`, family({ ...no, sequence: 0 })],
      [`${name}: from a stranger`, family({ ...no, from: EVIL })],
      [`${name}: the same again`, family(yes)],
      [`${name}: to a meeting of others`, family({ ...no, uid: 'b1946ac9@kalender.woanders.test' })],
      [
        `${name}: to a meeting that is not there`,
        family({ ...no, uid: no.uid.replace(/^.{8}/, '00000000') }),
      ],
      [`${name}: of the year after next`, family({ ...no, ...future })],
      [`${name}: of a program that answers by itself`, family({ ...no, headers: ['X-Autoreply: yes'] })],
      [`${name}: of one date of a series`, family({ ...no, more: ['RECURRENCE-ID:20261203T130000Z'] })],
    ]);
    const methods = ['REQUEST', 'CANCEL', 'PUBLISH', 'ADD', 'REFRESH', 'DECLINECOUNTER'].map(
      (method): [string, Buffer] => [`METHOD ${method}`, groupware({ ...no, method })],
    );
    const states = ['NEEDS-ACTION', 'COMPLETED', 'IN-PROCESS', 'X-VIELLEICHT', 'DELEGATED', ''].map(
      (partstat): [string, Buffer] => [`PARTSTAT ${partstat}`, groupware({ ...no, partstat })],
    );
    const sentBy = `ATTENDEE;PARTSTAT=DECLINED;SENT-BY="mailto:${EVIL}":mailto:${IDA}`;
    return [
      ...ofEach,
      ...methods,
      ...states,
      ['two senders', text(outlook(no), 'From: ', `From: Böse <${EVIL}>\r\nFrom: `)],
      ['a list of senders', text(outlook(no), /From: .*/, `From: Ida <${IDA}>, Jan <${JAN}>`)],
      ['the address as a name', text(outlook(no), /From: .*/, `From: "${IDA}" <${EVIL}>`)],
      ['no sender', text(outlook(no), /From: .*\r\n/, '')],
      ['a claim to be sent by somebody', plain(replyIcs(no, sentBy), [`From: Amt <${EVIL}>`])],
      [
        'two people in one answer',
        plain(
          replyIcs(
            no,
            `ATTENDEE;PARTSTAT=DECLINED:mailto:${IDA}\r\nATTENDEE;PARTSTAT=DECLINED:mailto:${JAN}`,
          ),
        ),
      ],
      ['nobody in the answer', plain(replyIcs(no, 'X-NOBODY:1'))],
      ['for another by somebody invited', groupware({ ...no, from: JAN })],
      ['for a stranger by somebody invited', groupware({ ...no, attendee: 'neu@erle.test', from: JAN })],
      ['a stranger for themselves', groupware({ ...no, attendee: 'neu@erle.test' })],
      ['letters that look alike', groupware({ ...no, attendee: 'іda@linde.test' })],
      ['delegated to oneself', groupware({ ...no, partstat: `DELEGATED;DELEGATED-TO="mailto:${IDA}"` })],
      [
        'delegated by a stranger',
        groupware({ ...no, partstat: `DELEGATED;DELEGATED-TO="mailto:${EVIL}"`, from: EVIL }),
      ],
      ['delegated to no address', groupware({ ...no, partstat: 'DELEGATED;DELEGATED-TO="mailto:niemand"' })],
      ['another time by a stranger', groupware({ ...no, method: 'COUNTER', from: EVIL })],
      ['no DTSTAMP', plain(replyIcs(no).replace(/DTSTAMP:.*\r\n/, ''))],
      ['a SEQUENCE below nothing', plain(replyIcs(no).replace(/SEQUENCE:\d+/, 'SEQUENCE:-1'))],
      ['a SEQUENCE that is no number', plain(replyIcs(no).replace(/SEQUENCE:\d+/, 'SEQUENCE:eins'))],
      ['half a calendar', plain(replyIcs(no).slice(0, 120))],
      [
        'two answers that differ',
        plain(
          replyIcs(no).replace(
            'END:VCALENDAR',
            `${eventOf(replyIcs({ ...no, partstat: 'TENTATIVE' }))}END:VCALENDAR`,
          ),
        ),
      ],
      ['an answer in an attached mail', attached(exchange(no))],
      ['a report that quotes nothing of ours', bounce(IDA, '<fremd@woanders.test>')],
      ['a report about nobody', bounce('', `<${no.uid}>`)],
      ['words from a stranger', wordsMail({ from: EVIL, text: 'Ida kommt nicht.' })],
      ['nothing', Buffer.from('\r\n\r\n')],
      ['no mail', Buffer.from([0, 1, 2, 3, 255, 254])],
    ];
  }

  it('stays as it is, whatever of them comes, one by one, all again, and in another order', async () => {
    const before = await state();
    expect(before.invitations.find(({ mail }) => mail === IDA)).toMatchObject({
      answer: 'ACCEPTED',
      message: 'Gern',
    });
    const all = variants();
    expect(all.length).toBeGreaterThanOrEqual(60);
    for (const [name, raw] of all) {
      imap.deliver(fresh(raw));
      const run = await app.get(InboxPoll).runOnce();
      expect([name, run?.later, run?.setAside]).toEqual([name, 0, 0]);
      expect([name, await state()]).toEqual([name, before]);
    }
    for (const [, raw] of [...all].reverse()) imap.deliver(fresh(raw));
    await app.get(InboxPoll).runOnce();
    expect(await state()).toEqual(before);
    expect(imap.mails()).toEqual([]);
  });
});

function eventOf(ics: string): string {
  return ics.slice(ics.indexOf('BEGIN:VEVENT'), ics.indexOf('END:VCALENDAR'));
}

function attached(raw: Buffer): Buffer {
  const lines = [
    `From: Jan <${JAN}>`,
    'Message-ID: <antwort@beispiel.test>',
    'Date: Tue, 24 Nov 2026 11:00:00 +0000',
    'Content-Type: multipart/mixed; boundary="aussen"',
    '',
    '--aussen',
    'Content-Type: text/plain',
    '',
    'Siehe unten.',
    '--aussen',
    'Content-Type: message/rfc822',
    '',
    raw.toString('latin1'),
    '--aussen--',
    '',
  ];
  return Buffer.from(lines.join('\r\n'), 'latin1');
}
