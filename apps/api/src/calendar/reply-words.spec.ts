import type { ReadReply } from '@runder-tisch/domain/calendar';
import { wordsOf } from '@runder-tisch/domain/meetings';
import { replyFamilies, type ReplyFacts, replyIcs } from '../../test/mails/reply-mails';
import { tnefTags, winmail } from '../../test/mails/winmail';
import { readReply } from './read-reply';

const facts: ReplyFacts = { uid: 'x@landkreis.test', attendee: 'ida@linde.test', partstat: 'ACCEPTED' };
const head = [
  'From: Ida Lenz <ida@linde.test>',
  'Subject: Re: Runde',
  'Date: Tue, 2 Mar 2027 09:00:00 +0100',
];
const mail = (...lines: (string | Buffer)[]): Buffer =>
  Buffer.concat(
    [...head, 'MIME-Version: 1.0', ...lines].flatMap((it) => [Buffer.from(it), Buffer.from('\r\n')]),
  );
const html = (body: string): Buffer => mail('Content-Type: text/html; charset=utf-8', '', body);
const mixed = (...parts: (string | Buffer)[][]): Buffer =>
  mail(
    'Content-Type: multipart/mixed; boundary="naht"',
    '',
    ...parts.flatMap((it) => ['--naht', ...it]),
    '--naht--',
  );
const packed = (file: Buffer): Buffer =>
  mixed(
    ['Content-Type: text/plain; charset=us-ascii', '', ' '],
    [
      'Content-Type: application/ms-tnef; name="winmail.dat"',
      'Content-Transfer-Encoding: base64',
      '',
      file.toString('base64').replace(/.{76}/g, '$&\r\n'),
    ],
  );

async function read(bytes: Buffer): Promise<ReadReply> {
  const reply = await readReply(bytes);
  if (typeof reply === 'string') throw new Error(reply);
  return reply;
}
const words = async (bytes: Buffer): Promise<string> => wordsOf(await read(bytes));

describe('What a person wrote is shown', () => {
  const lyrics = 'Grüße, ich käme gern früher. Ida Süß';
  const cases: [string, Buffer, string][] = [
    [
      'from HTML alone, a line for each paragraph',
      html('<h2>Guten Tag,</h2><p>ja, <i>gern</i>&nbsp;!<br>Ida</p><style>p{color:red}</style>'),
      'Guten Tag,\n\nja, gern !\nIda',
    ],
    [
      'from HTML without the addresses of links and pictures',
      html('<p><a href="https://lang.test/x">Hier</a> <img src="cid:1" alt="Logo">mehr</p>'),
      'Hier mehr',
    ],
    [
      'from HTML beside the footer of a mailing list',
      mixed(
        ['Content-Type: text/html', '', '<p>Wir kommen zu dritt.</p>'],
        ['Content-Type: text/plain', '', '-- ', 'Liste Linde'],
      ),
      'Wir kommen zu dritt.\n\n--\nListe Linde',
    ],
    [
      'from HTML where the text only points at it',
      mail(
        'Content-Type: multipart/alternative; boundary="naht"',
        '',
        '--naht',
        'Content-Type: text/plain',
        '',
        'Bitte als HTML ansehen.',
        '--naht',
        'Content-Type: text/html',
        '',
        '<p>Nein, leider.</p>',
        '--naht--',
      ),
      'Nein, leider.\n\nBitte als HTML ansehen.',
    ],
    [
      'once where text and HTML say the same',
      mail(
        'Content-Type: multipart/alternative; boundary="naht"',
        '',
        '--naht',
        'Content-Type: text/plain',
        '',
        'Ja, *gern*.',
        '--naht',
        'Content-Type: text/html',
        '',
        '<p>Ja, <b>gern</b>.</p>',
        '--naht--',
      ),
      'Ja, *gern*.',
    ],
    [
      'in ISO-8859-15',
      mail(
        'Content-Type: text/plain; charset=iso-8859-15',
        'Content-Transfer-Encoding: 8bit',
        '',
        Buffer.from(lyrics, 'latin1'),
      ),
      lyrics,
    ],
    [
      'in Windows-1252 as quoted-printable',
      mail(
        'Content-Type: text/plain; charset="windows-1252"',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        'Ich z=F6gere =96 vielleicht.',
      ),
      'Ich zögere – vielleicht.',
    ],
    [
      'in UTF-16',
      mail(
        'Content-Type: text/plain; charset=utf-16le',
        'Content-Transfer-Encoding: base64',
        '',
        Buffer.from(lyrics, 'utf16le').toString('base64'),
      ),
      lyrics,
    ],
    ...(
      [
        ['in Western bytes that call themselves UTF-8', 'text/plain; charset="utf-8"', 'latin1'],
        ['in Western bytes without a name', 'text/plain', 'latin1'],
        ['in Western bytes that call themselves ASCII', 'text/plain; charset=us-ascii', 'latin1'],
        ['in UTF-8 that calls itself Western', 'text/plain; charset=iso-8859-1', 'utf8'],
        ['in UTF-8 without a name', 'text/plain', 'utf8'],
        ['in HTML of Western bytes without a name', 'text/html', 'latin1'],
      ] as const
    ).map(([how, type, encoding]): [string, Buffer, string] => [
      how,
      mail(`Content-Type: ${type}`, 'Content-Transfer-Encoding: 8bit', '', Buffer.from(lyrics, encoding)),
      lyrics,
    ]),
    [
      'below a long quotation',
      mail(
        'Content-Type: text/plain',
        '',
        ...Array.from({ length: 60 }, (_, line) => `> Zeile ${line} der Einladung`),
        '',
        'Ich bringe Kuchen mit.',
      ),
      'Ich bringe Kuchen mit.',
    ],
    [
      'without signs that cannot be stored',
      mail(
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: base64',
        '',
        Buffer.from('Ja\0, \u0007gern').toString('base64'),
      ),
      'Ja, gern',
    ],
    ['from winmail.dat as text', packed(winmail({ properties: { [tnefTags.body]: lyrics } })), lyrics],
    [
      'from winmail.dat in an old charset',
      packed(winmail({ body: { text: Buffer.from('Sch\xf6n, bis dann\0', 'latin1'), codePage: 1252 } })),
      'Schön, bis dann',
    ],
    [
      'from winmail.dat as HTML',
      packed(winmail({ properties: { [tnefTags.html]: Buffer.from('<p>Bin verhindert.</p>') } })),
      'Bin verhindert.',
    ],
    [
      'from winmail.dat as packed RTF',
      packed(
        winmail({
          properties: {
            [tnefTags.rtf]: Buffer.from(
              '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0',
              'hex',
            ),
          },
        }),
      ),
      'hello world',
    ],
    [
      'from winmail.dat as RTF with signs and groups',
      packed(
        winmail({
          properties: {
            [tnefTags.rtf]: rtf(
              "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\*\\generator Probe;}\\uc1 Gr\\u252?\\'df Gott,\\par ich \\{komme\\}.}",
            ),
          },
        }),
      ),
      'Grüß Gott,\nich {komme}.',
    ],
    [
      'in the calendar part of another charset',
      calendarMail(
        'iso-8859-1',
        Buffer.from(replyIcs({ ...facts, comment: lyrics.replace(',', '\\,') }), 'latin1'),
      ),
      lyrics,
    ],
    [
      'in a calendar part that calls itself ASCII',
      calendarMail('us-ascii', Buffer.from(replyIcs({ ...facts, comment: 'Später' }))),
      'Später',
    ],
    [
      'in a calendar part whose charset nobody knows',
      calendarMail('x-unbekannt', Buffer.from(replyIcs({ ...facts, comment: 'Später' }), 'latin1')),
      'Später',
    ],
    [
      'in a calendar file of UTF-16',
      Buffer.from(`\uFEFF${replyIcs({ ...facts, comment: 'Später' })}`, 'utf16le'),
      'Später',
    ],
    [
      'in a calendar that folds within an umlaut',
      Buffer.from(replyIcs({ ...facts, comment: 'Frueh' }).replace('Frueh', 'Fr\xc3\r\n \xbch'), 'latin1'),
      'Früh',
    ],
    [
      'where Google keeps it',
      Buffer.from(
        replyIcs(
          facts,
          `ATTENDEE;PARTSTAT=ACCEPTED;X-RESPONSE-COMMENT="Komme mit Hund":mailto:${facts.attendee}`,
        ),
      ),
      'Komme mit Hund',
    ],
    [
      'beside the calendar and around it',
      replyFamilies.exchange({ ...facts, comment: 'Mit Rad' }),
      'Mit Rad\n\nIch antworte über meinen Kalender.',
    ],
    ['but not what a program writes around it', replyFamilies.google(facts), ''],
  ];

  it.each(cases)('%s', async (_where, bytes, expected) => {
    expect(await words(bytes)).toBe(expected);
  });

  it('with a subject that says something itself', async () => {
    const [from, , date] = head;
    const bytes = Buffer.from(
      [from, 'Subject: =?iso-8859-1?Q?Bin_verhindert=2C_Gr=FC=DFe?=', date, '', 'Ida', ''].join('\r\n'),
    );
    expect(await words(bytes)).toBe('Betreff: Bin verhindert, Grüße\n\nIda');
  });

  const heavy: [string, () => Buffer][] = [
    ['tags within tags', () => html('<b>'.repeat(1_000_000))],
    ['tables within tables', () => html('<table><tr><td>'.repeat(200_000))],
    [
      'blanks',
      () =>
        mail(
          'Content-Type: text/plain',
          '',
          `${' '.repeat(90)}\r\n`.repeat(20_000),
          `${' '.repeat(2_000_000)}x`,
        ),
    ],
    [
      'a winmail.dat of lies',
      () =>
        packed(
          Buffer.concat([
            winmail({}).subarray(0, 6),
            Buffer.from('01039006000000f0'.padEnd(18, '0') + 'ffffffff', 'hex'),
            Buffer.alloc(2_000_000, 255),
          ]),
        ),
    ],
    [
      'RTF that promises gigabytes',
      () =>
        packed(
          winmail({ properties: { [tnefTags.rtf]: Buffer.from('ffffff7fffffff7f4c5a467500000000', 'hex') } }),
        ),
    ],
    ['RTF of braces', () => packed(winmail({ properties: { [tnefTags.rtf]: rtf('{\\u1'.repeat(15_000)) } }))],
  ];

  it.each(heavy)('and %s keep nobody waiting', async (_what, bytes) => {
    expect((await words(bytes())).length).toBeLessThanOrEqual(1000);
  });
});

function calendarMail(charset: string, calendar: Buffer): Buffer {
  return mail(
    `Content-Type: text/calendar; method=REPLY; charset=${charset}`,
    'Content-Transfer-Encoding: base64',
    '',
    calendar.toString('base64').replace(/.{76}/g, '$&\r\n'),
  );
}

/** PidTagRtfCompressed that is not compressed. */
function rtf(text: string): Buffer {
  const bytes = Buffer.alloc(16 + text.length);
  bytes.writeUInt32LE(12 + text.length, 0);
  bytes.writeUInt32LE(text.length, 4);
  bytes.write('MELA', 8, 'latin1');
  bytes.write(text, 16, 'latin1');
  return bytes;
}
