import { judgeReply, type RepliedInvitation, type ReplyVerdict } from '@runder-tisch/domain/meetings';
import { replyFamilies, type ReplyFacts, replyIcs, wordsMail } from '../../test/mails/reply-mails';
import { readReply } from './read-reply';

const UID = '0190a1b2-0000-7000-8000-000000000001@landkreis.test';
const ANNA = 'anna@ahornhaus.test';
const NOW = new Date('2026-11-24T12:00:00Z');
const invitation = (over: Partial<RepliedInvitation> = {}): RepliedInvitation => ({
  id: 'anna',
  name: 'Anna Berg',
  mail: ANNA,
  invited: true,
  sentSequence: 1,
  invitedAt: new Date('2026-11-23T08:00:00Z'),
  calendarStamp: new Date('2026-11-23T08:00:00Z'),
  kept: null,
  ...over,
});
const kept = (time: string): RepliedInvitation['kept'] => ({
  answer: 'ACCEPTED',
  sequence: 1,
  stamp: new Date(time),
  sentAt: new Date(time),
});
const list = [invitation(), invitation({ id: 'jan', name: 'Jan Lind', mail: 'jan@birkenhof.test' })];
const yes: ReplyFacts = { uid: UID, attendee: ANNA, partstat: 'ACCEPTED', sequence: 1 };

async function verdict(bytes: Buffer | string, invitations = list): Promise<ReplyVerdict> {
  const read = await readReply(Buffer.from(bytes));
  return typeof read === 'string'
    ? { kind: 'NOTHING', refusal: read }
    : judgeReply(read, UID, invitations, NOW);
}

async function refusal(bytes: Buffer | string, invitations = list): Promise<string> {
  const found = await verdict(bytes, invitations);
  return found.kind === 'NOTHING' ? found.refusal : found.kind;
}

const replaced = (bytes: Buffer, from: string | RegExp, to: string): Buffer =>
  Buffer.from(bytes.toString('utf8').replace(from, to));

describe('A reply by mail', () => {
  const families = Object.keys(replyFamilies) as (keyof typeof replyFamilies)[];
  const cases = families.flatMap((family) =>
    (['ACCEPTED', 'TENTATIVE', 'DECLINED'] as const).map((partstat) => [family, partstat] as const),
  );

  it.each(cases)('as %s writes it counts as %s', async (family, partstat) => {
    const found = await verdict(replyFamilies[family]({ ...yes, partstat, comment: 'Komme später' }));
    expect(found).toMatchObject({
      kind: 'COUNTS',
      answer: partstat,
      invitation: { id: 'anna' },
      times: { sequence: 1, stamp: new Date('2026-11-24T10:15:00Z') },
    });
  });

  it('counts as a calendar file alone', async () => {
    expect(await verdict(`\uFEFF${replyIcs(yes)}`)).toMatchObject({ kind: 'COUNTS', answer: 'ACCEPTED' });
  });

  const { exchange, google, groupware, thunderbird } = replyFamilies;
  const forged: [string, string, () => Buffer | string, RepliedInvitation[]?][] = [
    ['another sender', 'other-sender', () => exchange({ ...yes, from: 'boese@fremd.test' })],
    ['another invitee as sender', 'other-sender', () => google({ ...yes, from: 'jan@birkenhof.test' })],
    [
      'an address that only begins alike',
      'other-sender',
      () => google({ ...yes, from: `${ANNA}.fremd.test` }),
    ],
    ['another meeting', 'other-meeting', () => exchange({ ...yes, uid: UID.replace('1@', '2@') })],
    ['another house', 'other-meeting', () => exchange({ ...yes, uid: UID.replace('landkreis', 'anderswo') })],
    [
      'an occurrence of a series',
      'other-meeting',
      () => exchange({ ...yes, more: ['RECURRENCE-ID:20261203T130000Z'] }),
    ],
    [
      'two attendees',
      'several-attendees',
      () => exchange({ ...yes, more: ['ATTENDEE;PARTSTAT=ACCEPTED:mailto:jan@birkenhof.test'] }),
    ],
    ['no attendee', 'several-attendees', () => replyIcs(yes, 'X-NIEMAND:1')],
    ['a stranger', 'UNKNOWN', () => exchange({ ...yes, attendee: 'neu@fremd.test' })],
    ['a stranger in words', 'UNKNOWN', () => wordsMail({ from: 'neu@fremd.test', text: 'Ich komme!' })],
    [
      'a notice of absence',
      'out-of-office',
      () => wordsMail({ from: ANNA, headers: ['Auto-Submitted: auto-replied'], text: 'Ich bin nicht da.' }),
    ],
    [
      'an absence with a calendar',
      'out-of-office',
      () => exchange({ ...yes, headers: ['Auto-Submitted: auto-replied (vacation)'] }),
    ],
    [
      'two lines with senders',
      'several-senders',
      () => exchange({ ...yes, headers: ['From: boese@fremd.test'] }),
    ],
    [
      'two senders in one line',
      'several-senders',
      () => replaced(exchange(yes), `<${ANNA}>`, `<${ANNA}>, boese@fremd.test`),
    ],
    [
      'an address in the name',
      'other-sender',
      () => replaced(exchange({ ...yes, from: 'boese@fremd.test' }), 'Anna Berg <', `"${ANNA}" <`),
    ],
    [
      'two answers at odds',
      'several-answers',
      () => replaced(google(yes), 'PARTSTAT=ACCEPTED', 'PARTSTAT=DECLINED'),
    ],
    [
      'two events',
      'several-answers',
      () =>
        replyIcs(yes).replace(
          'END:VCALENDAR',
          `${/BEGIN:VEVENT[^]*END:VEVENT/.exec(replyIcs({ ...yes, uid: 'x' }))?.[0]}\r\nEND:VCALENDAR`,
        ),
    ],
    ['an invitation', 'not-a-reply', () => exchange({ ...yes, method: 'REQUEST' })],
    ['a cancellation', 'not-a-reply', () => exchange({ ...yes, method: 'CANCEL' })],
    ['no method', 'not-a-reply', () => replyIcs(yes).replace('METHOD:REPLY\r\n', '')],
    ['an earlier date of the meeting', 'earlier-version', () => exchange({ ...yes, sequence: 0 })],
    ['a broken sequence', 'broken-calendar', () => replyIcs(yes).replace('SEQUENCE:1', 'SEQUENCE:-1')],
    ['no time', 'broken-calendar', () => replyIcs(yes).replace(/DTSTAMP:.*\r\n/, '')],
    ['a day in the future', 'from-the-future', () => exchange({ ...yes, dtstamp: '20261201T000000Z' })],
    ['no answer in it', 'no-answer', () => groupware({ ...yes, partstat: 'NEEDS-ACTION' })],
    ['an invented answer', 'no-answer', () => thunderbird({ ...yes, partstat: 'X-JA' })],
    ['somebody withdrawn', 'withdrawn', () => exchange(yes), [invitation({ invited: false })]],
    ['somebody not invited yet', 'withdrawn', () => exchange(yes), [invitation({ sentSequence: null })]],
    ['the same again', 'known', () => exchange(yes), [invitation({ kept: kept('2026-11-24T10:15:00Z') })]],
    ['a late one', 'older', () => exchange(yes), [invitation({ kept: kept('2026-11-24T10:16:00Z') })]],
    ['half a calendar', 'broken-calendar', () => replyIcs(yes).slice(0, 200)],
    ['a saved Outlook file', 'outlook-file', () => Buffer.from('d0cf11e0a1b11ae1000000', 'hex')],
    ['a picture', 'unreadable', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['nothing', 'unreadable', () => ''],
    [
      'a flood of parts',
      'unreadable',
      () => replaced(exchange(yes), '--teil--', '--teil\r\n\r\n'.repeat(5000)),
    ],
    ['too much', 'too-large', () => Buffer.alloc(6 * 1024 * 1024, 'a')],
  ];

  it.each(forged)('with %s changes nothing (%s)', async (_what, reason, bytes, ...list) => {
    expect(await refusal(bytes(), ...list)).toBe(reason);
  });

  it('in words is matched to the invitee and left to the office', async () => {
    const found = await verdict(wordsMail({ from: 'Anna@Ahornhaus.TEST', text: 'Ja, gern!' }));
    expect(found).toMatchObject({ kind: 'CHOOSE', invitation: { id: 'anna' } });
  });

  it('that proposes another time says which', async () => {
    const found = await verdict(exchange({ ...yes, method: 'COUNTER' }));
    expect(found).toMatchObject({
      kind: 'PROPOSAL',
      reply: { proposed: { startsAt: new Date('2026-12-03T13:00:00Z') } },
    });
  });

  it('leads to the same answer in whatever order they come', async () => {
    const replies = await Promise.all(
      [
        { partstat: 'ACCEPTED', dtstamp: '20261124T080000Z' },
        { partstat: 'DECLINED', dtstamp: '20261124T090000Z' },
        { partstat: 'TENTATIVE', dtstamp: '20261124T100000Z' },
        { partstat: 'ACCEPTED', dtstamp: '20261124T110000Z', sequence: 0 },
      ].map((facts) => readReply(exchange({ ...yes, ...facts }))),
    );
    for (const order of permutations(replies)) {
      let now = invitation();
      let answer = '';
      for (const read of order) {
        if (typeof read === 'string') throw new Error(read);
        const found = judgeReply(read, UID, [now], NOW);
        if (found.kind !== 'COUNTS') continue;
        now = { ...now, kept: { ...found.times, answer: found.answer } };
        answer = found.answer;
      }
      expect(answer).toBe('TENTATIVE');
    }
  });

  const zone = (observance: string): string =>
    `BEGIN:VTIMEZONE\r\nTZID:Z\r\nBEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n${observance}END:STANDARD\r\nEND:VTIMEZONE\r\n`;
  const inZone = (observance: string): string =>
    replyIcs(yes)
      .replace('BEGIN:VEVENT', `${zone(observance)}BEGIN:VEVENT`)
      .replace(/DTSTAMP[^\r\n]*/, 'DTSTAMP;TZID=Z:20261124T111500');
  const slow: [string, string, () => string][] = [
    [
      'a zone that changes every second',
      'broken-calendar',
      () => inZone('DTSTART:16010101T000000\r\nRRULE:FREQ=SECONDLY\r\n'),
    ],
    [
      'a zone that changes every day',
      'broken-calendar',
      () => inZone('DTSTART:16010101T000000\r\nRRULE:FREQ=DAILY\r\n'),
    ],
    [
      'a zone as old as the calendar',
      'broken-calendar',
      () => inZone('DTSTART:00010101T000000\r\nRRULE:FREQ=YEARLY\r\n'),
    ],
    [
      'a zone of thousands of dates',
      'broken-calendar',
      () => inZone(`DTSTART:19700101T000000\r\n${'RDATE:19700101T000000\r\n'.repeat(5000)}`),
    ],
    ['millions of empty lines', 'unreadable', () => `From: ${ANNA}\r\n\r\n${'\n'.repeat(4_000_000)}`],
  ];

  it.each(slow)('with %s is refused instead of keeping the server busy', async (_what, why, bytes) => {
    expect(await refusal(bytes())).toBe(why);
  });

  it('in a zone whose clocks change twice a year counts by its own time', async () => {
    const berlin = inZone('DTSTART:16010101T030000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\n');
    expect(await verdict(berlin)).toMatchObject({
      kind: 'COUNTS',
      times: { stamp: new Date('2026-11-24T10:15:00Z') },
    });
  });
});

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, index) =>
    permutations(items.filter((_, place) => place !== index)).map((rest) => [item, ...rest]),
  );
}
