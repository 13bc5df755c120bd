import type { ReadReply } from '@runder-tisch/domain/calendar';
import { judgeReply, type RepliedInvitation, saysBounced } from '@runder-tisch/domain/meetings';
import { replyFamilies, wordsMail } from '../../test/mails/reply-mails';
import { readReply } from './read-reply';

const IDA = 'ida@linde.test';
const facts = { uid: 'x@landkreis.test', attendee: IDA, partstat: 'DECLINED' };
const list: RepliedInvitation[] = [
  ['Ida Lenz', IDA],
  ['Jan Öhm', 'jan+runde@birke.test'],
].map(([name = '', mail = '']) => ({
  id: mail,
  name,
  mail,
  invited: true,
  sentSequence: 0,
  invitedAt: new Date('2026-11-20T08:00:00Z'),
  calendarStamp: new Date('2026-11-20T08:00:00Z'),
  kept: null,
}));

async function read(bytes: Buffer): Promise<ReadReply> {
  const reply = await readReply(bytes);
  if (typeof reply === 'string') throw new Error(reply);
  return reply;
}

async function told(bytes: Buffer): Promise<string> {
  const verdict = judgeReply(await read(bytes), facts.uid, list, new Date('2026-11-25T08:00:00Z'));
  if (verdict.kind === 'UNDELIVERABLE') return saysBounced(verdict.bounced, verdict.delayed);
  return verdict.kind === 'NOTHING' ? verdict.refusal : verdict.kind;
}

const report = (type: string, status: string[], headers: string[] = []): Buffer =>
  Buffer.from(
    [
      'Return-Path: <>',
      'From: Mail Delivery Subsystem <MAILER-DAEMON@mx.birke.test>',
      'Subject: Returned mail: see transcript for details',
      ...headers,
      'MIME-Version: 1.0',
      `Content-Type: multipart/report; report-type=${type}; boundary="naht"`,
      '',
      '--naht',
      'Content-Type: text/plain',
      '',
      'The following message could not be handled.',
      '--naht',
      `Content-Type: message/${type}`,
      '',
      ...status,
      '--naht',
      'Content-Type: message/rfc822',
      '',
      replyFamilies.groupware(facts).toString(),
      '--naht--',
      '',
    ].join('\r\n'),
  );
const bounce = (...fields: string[]): Buffer =>
  report('delivery-status', ['Reporting-MTA: dns; mx.birke.test', '', ...fields]);
const plain = (headers: string[], text: string): Buffer =>
  Buffer.from([...headers, 'Subject: failure notice', '', text, ''].join('\r\n'));

describe('A report of a mail server', () => {
  const cases: [string, Buffer, string][] = [
    [
      'names whose mail did not arrive, and why',
      bounce('Final-Recipient: rfc822; IDA@linde.test', 'Action: failed', 'Status: 5.1.1'),
      'Die Mail an Ida Lenz (IDA@linde.test) war unzustellbar. Das Postfach gibt es dort nicht (mehr).',
    ],
    [
      'is one however it calls itself',
      report(
        'delivery-status',
        [
          'Reporting-MTA: dns; x',
          '',
          `Final-Recipient: rfc822;${IDA}`,
          'Action: failed',
          'Status: 5.2.2 (mailbox full)',
        ],
        ['Auto-Submitted: auto-generated'],
      ),
      'Die Mail an Ida Lenz (ida@linde.test) war unzustellbar. Das Postfach ist voll.',
    ],
    [
      'knows the address that was written to behind the one it went on to',
      bounce(
        'Original-Recipient: rfc822;jan+2Brunde@birke.test',
        'Final-Recipient: rfc822; j.oehm@anderswo.test',
        'Action: failed',
        'Status: 5.7.1',
      ),
      'Die Mail an Jan Öhm (jan+runde@birke.test) war unzustellbar. Der Mailserver des Empfängers nimmt die Mail nicht an.',
    ],
    [
      'names everybody',
      bounce(
        `Final-Recipient: rfc822; ${IDA}`,
        'Action: failed',
        '',
        'Final-Recipient: rfc822; jan+runde@birke.test',
        'Action: failed',
      ),
      'Die Mail an Ida Lenz (ida@linde.test) war unzustellbar.\nDie Mail an Jan Öhm (jan+runde@birke.test) war unzustellbar.',
    ],
    [
      'says when an address is not on the list',
      bounce('Final-Recipient: rfc822; fremd@erle.test', 'Action: failed'),
      'Die Mail an fremd@erle.test war unzustellbar. Diese Adresse steht nicht auf der Liste.',
    ],
    [
      'reads addresses with umlauts',
      bounce('Final-Recipient: utf-8; j\\x{F6}rg@erle.test', 'Action: failed'),
      'Die Mail an jörg@erle.test war unzustellbar. Diese Adresse steht nicht auf der Liste.',
    ],
    [
      'says that it is only late',
      bounce(`Final-Recipient: rfc822; ${IDA}`, 'Action: delayed', 'Status: 4.4.1'),
      'Die Mail an Ida Lenz (ida@linde.test) ist noch nicht zugestellt; der Mailserver versucht es weiter. Der Mailserver des Empfängers war nicht zu erreichen.',
    ],
    [
      'that names nobody says so',
      bounce('X-Nothing: 1'),
      'Eine Mail war unzustellbar; der Bericht sagt nicht, an wen.',
    ],
    ['of arrival is no answer', bounce(`Final-Recipient: rfc822; ${IDA}`, 'Action: delivered'), 'delivered'],
    [
      'of reading is no answer',
      report('disposition-notification', [
        `Final-Recipient: rfc822; ${IDA}`,
        'Disposition: manual-action/MDN-sent-manually; displayed',
      ]),
      'read',
    ],
    [
      'in a header',
      plain(
        ['From: Mail Delivery System <Mailer-Daemon@alt.test>', `X-Failed-Recipients: ${IDA}`],
        'A message that you sent could not be delivered.',
      ),
      'Die Mail an Ida Lenz (ida@linde.test) war unzustellbar.',
    ],
    [
      'in words alone',
      plain(
        ['Return-Path: <>', 'From: postmaster@alt.test'],
        `Hi. This is the program.\n<${IDA}>:\nSorry, no mailbox here by that name.`,
      ),
      'Die Mail an Ida Lenz (ida@linde.test) war unzustellbar.',
    ],
  ];

  it.each(cases)('%s', async (_what, bytes, expected) => {
    expect(await told(bytes)).toBe(expected);
  });
});

describe('An answer nobody wrote', () => {
  const automatic: [string, string][] = [
    ['of RFC 3834', 'Auto-Submitted: auto-replied'],
    ['with a comment', 'Auto-Submitted: (vacation) Auto-Replied; owner-email="x"'],
    ['of Exchange', 'Auto-Submitted: auto-generated'],
    ['of an older program', 'X-Autoreply: yes'],
    ['of another', 'Precedence: auto_reply'],
    ['of a third', 'X-Autogenerated: Reply'],
  ];
  it.each(automatic)('%s is known by its header', async (_whose, header) => {
    expect(await told(wordsMail({ from: IDA, headers: [header], text: 'Ich bin nicht da.' }))).toBe(
      'out-of-office',
    );
  });

  const written: [string, string[], string][] = [
    ['a subject that sounds like it', [], 'Automatische Antwort: Abwesenheit'],
    ['a header that says no', ['Auto-Submitted: no'], 'Out of office'],
    ['a wish for no automatic answers', ['X-Auto-Response-Suppress: All'], 'Abwesend'],
  ];
  it.each(written)('is not %s', async (_what, headers, subject) => {
    expect(await told(wordsMail({ from: IDA, headers, subject, text: 'Ich sage ab.' }))).toBe('CHOOSE');
  });

  it('counts where a calendar sends it for the person', async () => {
    expect(await told(replyFamilies.google(facts))).toBe('COUNTS');
  });
});
