import { formatProposal } from '@runder-tisch/domain/meetings';
import { replyIcs } from '../../test/mails/reply-mails';
import { readReply } from './read-reply';

const START = /DTSTART:.*\r\nDTEND:.*\r\n/;

async function proposed(...lines: string[]): Promise<string> {
  const facts = {
    uid: 'x@landkreis.test',
    attendee: 'ida@linde.test',
    partstat: 'TENTATIVE',
    method: 'COUNTER',
  };
  const calendar = replyIcs(facts).replace(START, lines.map((it) => `${it}\r\n`).join(''));
  const read = await readReply(Buffer.from(calendar));
  if (typeof read === 'string') throw new Error(read);
  return formatProposal(read.answers[0]?.proposed ?? null);
}

describe('Another time is proposed', () => {
  const hours = 'Dienstag, 15. Juni 2027, 09:30–11:00 Uhr';
  const inZone = (zone: string): string[] => [
    `DTSTART;TZID=${zone}:20270615T093000`,
    `DTEND;TZID=${zone}:20270615T110000`,
  ];
  const cases: [string, string[], string][] = [
    ['in UTC', ['DTSTART:20270615T073000Z', 'DTEND:20270615T090000Z'], hours],
    ['in a zone of the world', inZone('Europe/Vienna'), hours],
    ['in a zone of Windows', inZone('"W. Europe Standard Time"'), hours],
    ['in a zone of Windows by another name', inZone('Romance Standard Time'), hours],
    [
      'in a zone of Windows that is far away',
      [
        'DTSTART;TZID=Eastern Standard Time:20270615T033000',
        'DTEND;TZID=Eastern Standard Time:20270615T050000',
      ],
      hours,
    ],
    ['in the second zone of one name', inZone('W. Europe Standard Time 1'), hours],
    [
      'in winter too',
      [
        'DTSTART;TZID="Central European Standard Time":20270112T093000',
        'DTEND;TZID="Central European Standard Time":20270112T110000',
      ],
      'Dienstag, 12. Januar 2027, 09:30–11:00 Uhr',
    ],
    ['in a zone behind a path', inZone('/freeassociation.sourceforge.net/Europe/Berlin'), hours],
    ['in a zone of cities', inZone('"(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien"'), hours],
    ['in a German zone', inZone('Mitteleuropäische Zeit'), hours],
    [
      'in the UTC of Exchange',
      [
        'DTSTART;TZID="tzone://Microsoft/Utc":20270615T073000',
        'DTEND;TZID="tzone://Microsoft/Utc":20270615T090000',
      ],
      hours,
    ],
    [
      'without a zone, as it is on the wall here',
      ['DTSTART:20270615T093000', 'DTEND:20270615T110000'],
      hours,
    ],
    [
      'in a zone nobody knows, which is said',
      inZone('Mondzeit'),
      `${hours} (in der Zeitzone „Mondzeit“, die wir nicht kennen)`,
    ],
    [
      'with how long it lasts',
      ['DTSTART;TZID="W. Europe Standard Time":20270615T093000', 'DURATION:PT1H30M'],
      hours,
    ],
    [
      'with how many days it lasts',
      ['DTSTART;VALUE=DATE:20270615', 'DURATION:P3D'],
      'Dienstag, 15. Juni 2027 bis Donnerstag, 17. Juni 2027, ganztägig',
    ],
    [
      'over the night of the clocks',
      ['DTSTART;TZID=Europe/Berlin:20270327T180000', 'DURATION:P1D'],
      'Samstag, 27. März 2027, 18:00 Uhr bis Sonntag, 28. März 2027, 18:00 Uhr',
    ],
    [
      'for a whole day',
      ['DTSTART;VALUE=DATE:20270615', 'DTEND;VALUE=DATE:20270616'],
      'Dienstag, 15. Juni 2027, ganztägig',
    ],
    ['for a whole day without an end', ['DTSTART;VALUE=DATE:20270615'], 'Dienstag, 15. Juni 2027, ganztägig'],
    [
      'for a whole day that ends on itself',
      ['DTSTART;VALUE=DATE:20270615', 'DTEND;VALUE=DATE:20270615'],
      'Dienstag, 15. Juni 2027, ganztägig',
    ],
    [
      'for several days',
      ['DTSTART;VALUE=DATE:20270615', 'DTEND;VALUE=DATE:20270617'],
      'Dienstag, 15. Juni 2027 bis Mittwoch, 16. Juni 2027, ganztägig',
    ],
    [
      'for a whole day as Outlook says it',
      [
        'DTSTART;TZID="W. Europe Standard Time":20270615T000000',
        'DTEND;TZID="W. Europe Standard Time":20270616T000000',
        'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
      ],
      'Dienstag, 15. Juni 2027, ganztägig',
    ],
    ['without an end', ['DTSTART;TZID=Europe/Berlin:20270615T093000'], 'Dienstag, 15. Juni 2027, 09:30 Uhr'],
    [
      'that ends before it begins',
      ['DTSTART:20270615T073000Z', 'DTEND:20270615T063000Z'],
      'Dienstag, 15. Juni 2027, 09:30 Uhr',
    ],
    [
      'that lasts backwards',
      ['DTSTART:20270615T073000Z', 'DURATION:-PT1H'],
      'Dienstag, 15. Juni 2027, 09:30 Uhr',
    ],
    ['without any time', [], 'ohne Uhrzeit'],
  ];

  it.each(cases)('%s', async (_how, lines, expected) => {
    expect(await proposed(...lines)).toBe(expected);
  });

  it('in a zone that is declared beside it and has a name of its own', async () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Haus',
      'BEGIN:STANDARD',
      'DTSTART:16010101T000000',
      'TZOFFSETFROM:+0300',
      'TZOFFSETTO:+0300',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    const facts = {
      uid: 'x@landkreis.test',
      attendee: 'ida@linde.test',
      partstat: 'TENTATIVE',
      method: 'COUNTER',
    };
    const calendar = replyIcs(facts)
      .replace(START, 'DTSTART;TZID=Haus:20270615T103000\r\nDTEND;TZID=Haus:20270615T120000\r\n')
      .replace('BEGIN:VEVENT', `${zone.join('\r\n')}\r\nBEGIN:VEVENT`);
    const read = await readReply(Buffer.from(calendar));
    expect(typeof read === 'string' ? read : formatProposal(read.answers[0]?.proposed ?? null)).toBe(hours);
  });
});
