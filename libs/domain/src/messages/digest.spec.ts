import {
  DIGEST_LINES,
  digestDocument,
  digestGroups,
  type DigestNews,
  digestSubject,
  lastDigest,
  nextDigest,
} from './digest';

const NETWORK = '0a000000-0000-4000-8000-000000000001';
const FIELD = '0a000000-0000-4000-8000-000000000002';

function news(facts: Partial<DigestNews>): DigestNews {
  return {
    topic: 'NETWORK',
    topicId: NETWORK,
    topicTitle: 'Frühe Hilfen',
    kind: 'PROTOCOL',
    id: 'p',
    at: new Date('2026-11-20T10:00:00Z'),
    title: 'Netzwerktreffen',
    note: '',
    day: null,
    path: null,
    ...facts,
  };
}

const told = (items: DigestNews[], muted: string[] = []) =>
  digestGroups(items, new Set(muted)).map(({ title, lines }) => [title, ...lines.map((it) => it.title)]);

describe('the groups of a weekly mail', () => {
  const task = news({ topic: 'OWN', topicId: null, topicTitle: 'Bei Ihnen', kind: 'TASK', title: 'Flyer' });
  const older = news({ id: 'a', title: 'Älteres', at: new Date('2026-11-18T10:00:00Z') });
  const newer = news({ id: 'b', title: 'Neueres' });
  const page = news({
    topic: 'FIELD',
    topicId: FIELD,
    topicTitle: 'Wohnen',
    kind: 'PAGE',
    id: 'c',
    title: 'Das wurde daraus',
    at: new Date('2026-11-22T10:00:00Z'),
  });

  it('begin with what is due, then with the group in which something happened last, newest first', () => {
    expect(told([older, newer, page, task])).toEqual([
      ['Bei Ihnen', 'Flyer'],
      ['Wohnen', 'Das wurde daraus'],
      ['Frühe Hilfen', 'Neueres', 'Älteres'],
    ]);
  });

  it('tell what is due by its day, the soonest first', () => {
    const later = { ...task, id: 'later', title: 'Bericht', at: new Date('2026-11-27T11:00:00Z') };
    expect(told([later, task])).toEqual([['Bei Ihnen', 'Flyer', 'Bericht']]);
    const [group] = digestGroups([later], new Set());
    expect(group?.lines[0]?.note).toBe('fällig am 27.11.2026');
  });

  it.each<[Partial<DigestNews>, string]>([
    [{ kind: 'MEETING' }, '15.12.2026'],
    [{ kind: 'PROTOCOL' }, 'Sitzung am 15.12.2026'],
    [{ kind: 'POLL' }, 'bis 15.12.2026'],
    [{ kind: 'PAPER', note: 'beschlossen' }, 'beschlossen am 15.12.2026'],
    [{ kind: 'FEEDBACK', note: 'aufgenommen', day: null }, 'aufgenommen'],
  ])('say the day of what happened: %j', (facts, note) => {
    const day = new Date('2026-12-15T13:00:00Z');
    const [group] = digestGroups([news({ day, ...facts })], new Set());
    expect(group?.lines[0]?.note).toBe(note);
  });

  it('leave out what is muted, and are none where everything is', () => {
    expect(told([newer, page], [`NETWORK:${NETWORK}`])).toEqual([['Wohnen', 'Das wurde daraus']]);
    expect(told([newer, page], ['ALL'])).toEqual([]);
  });

  it('tell one thing once, unless the group that told it is muted', () => {
    const twice = { ...page, id: 'b', kind: 'PROTOCOL' as const, title: 'Neueres' };
    expect(told([newer, twice])).toEqual([['Wohnen', 'Neueres']]);
    expect(told([newer, twice], [`FIELD:${FIELD}`])).toEqual([['Frühe Hilfen', 'Neueres']]);
  });

  it('count what finds no room', () => {
    const many = Array.from({ length: DIGEST_LINES + 3 }, (_, index) => news({ id: `n${index}` }));
    const [group] = digestGroups(many, new Set());
    expect([group?.lines.length, group?.more]).toEqual([DIGEST_LINES, 3]);
  });

  it('say in the mail why they stand there and where they are muted', () => {
    const groups = digestGroups([{ ...newer, path: '/termine/b' }], new Set());
    const { blocks } = digestDocument({
      greeting: 'Guten Tag, Frau Berg',
      groups,
      url: (path) => `https://haus.test${path}`,
      mute: (key) => `https://haus.test/wochenmail/x?thema=${key}`,
    });
    const words = JSON.stringify(blocks);
    expect(words).toContain('weil Sie in diesem Netzwerk mitarbeiten');
    expect(words).toContain(`thema=NETWORK:${NETWORK}`);
    expect(words).toContain('https://haus.test/termine/b');
  });

  it.each([
    [['Frühe Hilfen'], 'Wochenmail: Frühe Hilfen'],
    [['Frühe Hilfen', 'Wohnen'], 'Wochenmail: Frühe Hilfen und Wohnen'],
    [['A', 'B', 'C', 'D'], 'Wochenmail: A, B und 2 weitere Themen'],
  ])('name the mail: %j', (titles, subject) => {
    const groups = titles.map((title, index) => ({
      key: `NETWORK:${index}`,
      label: 'Netzwerk',
      title,
      why: '',
      lines: [],
      more: 0,
    }));
    expect(digestSubject(groups)).toBe(subject);
  });
});

describe('the moment of weekly mails', () => {
  const monday = { weekday: 1, hour: 7 };

  it.each([
    ['2026-11-23T06:00:00Z', '2026-11-23', '2026-11-23T06:00:00.000Z', '2026-11-30T06:00:00.000Z'],
    ['2026-11-23T05:59:59Z', '2026-11-16', '2026-11-16T06:00:00.000Z', '2026-11-23T06:00:00.000Z'],
    ['2026-11-22T20:00:00Z', '2026-11-16', '2026-11-16T06:00:00.000Z', '2026-11-23T06:00:00.000Z'],
    // Across the change of clocks it stays seven o'clock in Berlin.
    ['2026-10-24T12:00:00Z', '2026-10-19', '2026-10-19T05:00:00.000Z', '2026-10-26T06:00:00.000Z'],
  ])('at %s was that of %s', (now, week, at, next) => {
    const last = lastDigest(new Date(now), monday);
    expect([last.week, last.at.toISOString(), nextDigest(new Date(now), monday).toISOString()]).toEqual([
      week,
      at,
      next,
    ]);
  });

  it('in the hour the clocks skip is the next one', () => {
    const sunday = { weekday: 7, hour: 2 };
    expect(lastDigest(new Date('2027-03-28T12:00:00Z'), sunday).at.toISOString()).toBe(
      '2027-03-28T01:00:00.000Z',
    );
  });
});
