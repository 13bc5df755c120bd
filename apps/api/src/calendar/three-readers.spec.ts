import ICAL from 'ical.js';
import * as nodeIcal from 'node-ical';
import { convertIcsCalendar } from 'ts-ics';
import type { CalendarDay, FeedEvent } from '@runder-tisch/domain/calendar';
import { feedIcs, publishDaysIcs } from './ics';

interface Read {
  uid: string;
  start: string;
  end: string;
  summary: string;
  description: string;
  location: string;
}

const MINUTE = 60_000;
const agenda = 'Größe; Maß, Ziel\\Weg – „Straße“\nÄrger: ja? 🧭\n'.repeat(100).slice(0, 4000).trimEnd();

/**
 * Forty meetings: every half hour of both nights in which the clocks change, and ordinary days around them. Ends lie
 * behind the nights, where they are the longest.
 */
const meetings: FeedEvent[] = Array.from({ length: 40 }, (_, index) => {
  const night = Date.parse(index < 20 ? '2026-03-28T22:00:00Z' : '2026-10-24T21:00:00Z');
  const startsAt = new Date(night + (index % 20) * 30 * MINUTE);
  return {
    uid: `0194c9d2-6c1e-7b3a-9d55-${String(index).padStart(12, '0')}@runder-tisch-3f2a`,
    sequence: index,
    dtstamp: new Date('2026-01-02T08:15:30Z'),
    startsAt,
    endsAt: new Date(startsAt.getTime() + (45 + index) * MINUTE),
    title: `Übergänge ${index}: Köthen, Zörbig; Groß`,
    place: 'Kreishaus, Am Flugplatz 1',
    description: agenda,
    organizer: { name: 'Ute Kern', mail: 'netzwerke@kreis.test' },
    url: `https://runder-tisch.test/termine/${index}`,
    status: 'CONFIRMED',
  };
});

const expected: Read[] = meetings.map((it) => ({
  uid: it.uid,
  start: it.startsAt.toISOString(),
  end: it.endsAt.toISOString(),
  summary: it.title,
  description: agenda,
  location: 'Kreishaus, Am Flugplatz 1',
}));

function byIcalJs(ics: string): Read[] {
  const calendar = new ICAL.Component(ICAL.parse(ics) as never);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((vevent) => {
    const it = new ICAL.Event(vevent);
    return {
      uid: it.uid,
      start: it.startDate.toJSDate().toISOString(),
      end: it.endDate.toJSDate().toISOString(),
      summary: it.summary,
      description: it.description,
      location: it.location,
    };
  });
}

/** node-ical gives a value with parameters as an object. */
const plain = (value: string | { val: string } | undefined): string =>
  typeof value === 'object' ? value.val : (value ?? '');

function byNodeIcal(ics: string): Read[] {
  return Object.values(nodeIcal.sync.parseICS(ics)).flatMap((it) =>
    it?.type === 'VEVENT'
      ? [
          {
            uid: it.uid,
            start: new Date(it.start).toISOString(),
            end: new Date(it.end ?? it.start).toISOString(),
            summary: plain(it.summary),
            description: plain(it.description),
            location: plain(it.location),
          },
        ]
      : [],
  );
}

function byTsIcs(ics: string): Read[] {
  return (convertIcsCalendar(undefined, ics).events ?? []).map((it) => ({
    uid: it.uid,
    start: it.start.date.toISOString(),
    end: 'end' in it && it.end ? it.end.date.toISOString() : '',
    summary: it.summary,
    description: it.description ?? '',
    location: it.location ?? '',
  }));
}

const readers = [
  ['ical.js', byIcalJs],
  ['node-ical', byNodeIcal],
  ['ts-ics', byTsIcs],
] as const;

const byUid = (rows: readonly Read[]): Read[] =>
  [...rows].sort((one, other) => one.uid.localeCompare(other.uid));

describe('forty meetings over both nights in which the clocks change', () => {
  const ics = feedIcs('Netzwerk Übergänge', meetings);

  it.each(readers)('are the same instants and words to %s', (_name, read) => {
    expect(byUid(read(ics))).toEqual(byUid(expected));
  });

  it('come with one zone and tell nobody’s address but that of the office', () => {
    expect(ics.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
    expect(ics).not.toContain('ATTENDEE');
    expect(ics.match(/^ORGANIZER/gm)).toHaveLength(40);
  });
});

describe('whole days', () => {
  const days: CalendarDay[] = ['2026-03-29', '2026-10-25', '2026-12-31'].map((day, index) => ({
    ...{ uid: `tag-${index}@runder-tisch-3f2a`, sequence: 0, day, title: `Stichtag ${index}` },
    ...{ description: 'Zahlen für Köthen', url: 'https://runder-tisch.test/' },
  }));
  const ics = publishDaysIcs('Stichtage', days, new Date('2026-01-02T08:15:30Z'));

  it('stay their days to each reader, those of changing clocks too', () => {
    const calendar = new ICAL.Component(ICAL.parse(ics) as never);
    const first = calendar
      .getAllSubcomponents('vevent')
      .map((it) => String(it.getFirstPropertyValue('dtstart')));
    const second = Object.values(nodeIcal.sync.parseICS(ics)).flatMap((it) =>
      it?.type === 'VEVENT' ? [localDay(new Date(it.start))] : [],
    );
    const third = (convertIcsCalendar(undefined, ics).events ?? []).map((it) =>
      it.start.date.toISOString().slice(0, 10),
    );
    for (const read of [first, second, third]) expect(read.sort()).toEqual(days.map((it) => it.day));
  });
});

/** node-ical gives a day as midnight of the machine. */
function localDay(date: Date): string {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((it) => String(it).padStart(2, '0'))
    .join('-');
}

describe('a series', () => {
  const [first] = meetings as [FeedEvent];
  const at = (text: string): Date => new Date(text);
  const series: FeedEvent = {
    ...first,
    ...{ startsAt: at('2026-10-07T12:00:00Z'), endsAt: at('2026-10-07T14:00:00Z') },
    repeats: {
      rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;UNTIL=20261118T130000Z',
      left: [at('2026-10-21T12:00:00Z')],
    },
  };
  const moved: FeedEvent = {
    ...first,
    ...{ startsAt: at('2026-11-05T13:00:00Z'), endsAt: at('2026-11-05T15:00:00Z') },
    insteadOf: at('2026-11-04T13:00:00Z'),
  };
  const ics = feedIcs('Reihe', [series, moved]);

  it('is the same dates to readers that repeat: its hour stays on the wall, one falls out, one is moved', () => {
    const calendar = new ICAL.Component(ICAL.parse(ics) as never);
    for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
    const [master, exception] = calendar.getAllSubcomponents('vevent').map((it) => new ICAL.Event(it));
    master?.relateException(exception as ICAL.Event);
    const shown: string[] = [];
    const steps = master?.iterator();
    for (let next = steps?.next(); next; next = steps?.next())
      shown.push(master?.getOccurrenceDetails(next).startDate.toJSDate().toISOString() ?? '');
    expect(shown).toEqual([
      '2026-10-07T12:00:00.000Z',
      '2026-11-05T13:00:00.000Z',
      '2026-11-18T13:00:00.000Z',
    ]);
    const [read] = Object.values(nodeIcal.sync.parseICS(ics)).filter((it) => it?.type === 'VEVENT');
    const kept = read as unknown as { exdate: object; recurrences: Record<string, { start: Date }> };
    expect(Object.keys(kept.exdate)).toContain('2026-10-21');
    expect(new Date(kept.recurrences['2026-11-04']?.start ?? 0).toISOString()).toBe(
      '2026-11-05T13:00:00.000Z',
    );
    const third = convertIcsCalendar(undefined, ics).events ?? [];
    expect(third[0]?.recurrenceRule).toMatchObject({ frequency: 'WEEKLY', interval: 2 });
    expect(third[1]?.recurrenceId?.value.date.toISOString()).toBe('2026-11-04T13:00:00.000Z');
  });
});
