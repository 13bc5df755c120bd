/** Answers to invitations as six families of programs write them; the bytes are ours, the habits theirs. */
export interface ReplyFacts {
  uid: string;
  attendee: string;
  partstat: string;
  sequence?: number;
  /** 20261124T101500Z */
  dtstamp?: string;
  from?: string;
  comment?: string;
  method?: string;
  /** Lines put into the VEVENT besides. */
  more?: readonly string[];
  /** Header lines put before the others. */
  headers?: readonly string[];
  /** Tue, 24 Nov 2026 11:15:00 +0100 */
  date?: string;
}

const START = ['DTSTART:20261203T130000Z', 'DTEND:20261203T150000Z'];

export function replyIcs(facts: ReplyFacts, attendee?: string, organizer = true): string {
  const {
    uid,
    sequence = 0,
    dtstamp = '20261124T101500Z',
    partstat,
    comment,
    method = 'REPLY',
    more = [],
  } = facts;
  return [
    'BEGIN:VCALENDAR',
    'PRODID:-//Beispiel//Kalender//DE',
    'VERSION:2.0',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${dtstamp}`,
    `SEQUENCE:${sequence}`,
    ...START,
    'SUMMARY:Netzwerktreffen',
    ...(organizer ? ['ORGANIZER;CN=Koordination:mailto:koordination@landkreis.test'] : []),
    attendee ?? `ATTENDEE;PARTSTAT=${partstat};CN=Anna Berg:mailto:${facts.attendee}`,
    ...(comment ? [`COMMENT:${comment}`] : []),
    ...more,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map((line) => line.replace(/(.{74})/gu, '$1\r\n '))
    .join('\r\n');
}

function head(
  { attendee, from = attendee, headers = [], date = 'Tue, 24 Nov 2026 11:15:00 +0100' }: ReplyFacts,
  subject: string,
): string[] {
  return [
    ...headers,
    `From: Anna Berg <${from}>`,
    'To: koordination@landkreis.test',
    `Subject: ${subject}`,
    `Date: ${date}`,
    'Message-ID: <antwort@beispiel.test>',
    'MIME-Version: 1.0',
  ];
}

const mail = (...lines: (string | string[])[]): Buffer => Buffer.from(lines.flat().join('\r\n'), 'utf8');
const base64 = (text: string): string =>
  Buffer.from(text, 'utf8')
    .toString('base64')
    .replace(/(.{76})/g, '$1\r\n');
const quotedPrintable = (text: string): string =>
  [...Buffer.from(text, 'utf8')]
    .map((byte) =>
      byte === 61 || byte > 126 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte),
    )
    .join('');

function parts(kind: string, ...bodies: string[][]): string[] {
  return [
    `Content-Type: multipart/${kind}; boundary="teil"`,
    '',
    ...bodies.flatMap((body) => ['--teil', ...body]),
    '--teil--',
    '',
  ];
}

const words = ['Content-Type: text/plain; charset=utf-8', '', 'Ich antworte über meinen Kalender.'];

export const replyFamilies = {
  /** Leaves ORGANIZER out. */
  exchange: (facts: ReplyFacts): Buffer =>
    mail(
      head(facts, 'Accepted: Netzwerktreffen'),
      parts('alternative', words, [
        'Content-Type: text/calendar; charset="utf-8"; method=REPLY',
        'Content-Transfer-Encoding: base64',
        '',
        base64(
          replyIcs(
            { ...facts, more: ['X-MICROSOFT-CDO-BUSYSTATUS:BUSY', ...(facts.more ?? [])] },
            undefined,
            false,
          ),
        ),
      ]),
    ),
  /** The address in capitals, the calendar in quoted-printable. */
  outlook: (facts: ReplyFacts): Buffer =>
    mail(
      head(facts, 'Zugesagt: Netzwerktreffen'),
      parts('alternative', words, [
        'Content-Type: text/calendar; charset="utf-8"; method=REPLY',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        quotedPrintable(
          replyIcs(
            facts,
            `ATTENDEE;CN="Berg, Anna";PARTSTAT=${facts.partstat}:MAILTO:${facts.attendee.toUpperCase()}`,
          ),
        ),
      ]),
    ),
  /** Sent by a machine for the person, and the same answer twice. */
  google: (facts: ReplyFacts): Buffer =>
    mail(
      'Sender: Kalender <kalender@anbieter.test>',
      'Auto-Submitted: auto-generated',
      head(facts, 'Accepted: Netzwerktreffen @ Thu Dec 3'),
      parts(
        'mixed',
        [
          'Content-Type: text/calendar; charset="UTF-8"; method=REPLY',
          'Content-Transfer-Encoding: 7bit',
          '',
          replyIcs(facts),
        ],
        [
          'Content-Type: application/ics; name="invite.ics"',
          'Content-Disposition: attachment; filename="invite.ics"',
          'Content-Transfer-Encoding: base64',
          '',
          base64(replyIcs(facts)),
        ],
      ),
    ),
  /** Names a principal, the address stands in a parameter. */
  apple: (facts: ReplyFacts): Buffer =>
    mail(
      head(facts, 'Anna Berg hat geantwortet'),
      parts('mixed', words, [
        'Content-Type: text/calendar; charset=utf-8; method=REPLY; name="iCal.ics"',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        quotedPrintable(
          replyIcs(
            facts,
            `ATTENDEE;CN=Anna Berg;EMAIL=${facts.attendee};PARTSTAT=${facts.partstat}:/a1b2/principal/`,
          ),
        ),
      ]),
    ),
  /** Folded parameters and its own properties. */
  thunderbird: (facts: ReplyFacts): Buffer =>
    mail(
      head(facts, 'Antwort auf Ereigniseinladung'),
      parts('mixed', words, [
        'Content-Type: text/calendar; method=REPLY; charset=UTF-8',
        'Content-Transfer-Encoding: 8bit',
        '',
        replyIcs(
          {
            ...facts,
            more: ['X-MOZ-RECEIVED-SEQUENCE:0', 'LAST-MODIFIED:20261124T101500Z', ...(facts.more ?? [])],
          },
          `ATTENDEE;CN=Anna Berg;PARTSTAT=${facts.partstat};CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;X-NUM-GUESTS=0:mailto:${facts.attendee}`,
        ),
      ]),
    ),
  /** The calendar is the whole mail. */
  groupware: (facts: ReplyFacts): Buffer =>
    mail(
      head(facts, 'Antwort: Netzwerktreffen'),
      'Content-Type: text/calendar; charset=utf-8; method=REPLY',
      'Content-Transfer-Encoding: base64',
      '',
      base64(replyIcs(facts)),
      '',
    ),
} as const;

/** Written by hand, without a calendar part. */
export function wordsMail(
  facts: Pick<ReplyFacts, 'headers' | 'date'> & { from: string; subject?: string; text: string },
): Buffer {
  return mail(
    head(
      {
        uid: '',
        partstat: '',
        attendee: facts.from,
        headers: facts.headers ?? [],
        ...(facts.date ? { date: facts.date } : {}),
      },
      facts.subject ?? 'Re: Einladung',
    ),
    'Content-Type: text/plain; charset=utf-8',
    '',
    facts.text,
    '',
  );
}
