import { berlinInstant, dayParts, weekday, type Day } from '../../time';
import { seriesDays, type SeriesRhythm } from './series-days';

/** A series as it was planned: the rule, and the wall times of each date. */
export interface StoredSeries {
  rhythm: SeriesRhythm;
  every: number;
  startTime: string;
  endTime: string;
}

/** A meeting of a series: the day its rule gave it, and what a calendar shows of it. */
export interface SeriesMeeting {
  seriesDay: Day;
  startsAt: Date;
  endsAt: Date;
  /** Whatever else a calendar shows, as one text: two meetings that differ in it are not the same entry. */
  shown: string;
}

/** A series as one calendar entry that repeats (RFC 5545 3.8.5): the entry, the dates left out, those that differ. */
export interface RecurringEntry<Meeting extends SeriesMeeting> {
  /** Shows what most of the dates show; its own times are those of the first date by the rule. */
  master: Meeting;
  startsAt: Date;
  endsAt: Date;
  rule: string;
  /** When the dates of the rule would begin on which nobody meets. */
  left: Date[];
  /** Dates that are another time or show something else, each with when the rule has it. */
  moved: { meeting: Meeting; instead: Date }[];
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/**
 * What remains of a series as one entry; null where it cannot be one: fewer than two dates, a date that does not lie on
 * the rule, or wall times that a night of changing clocks has not or has twice, which readers understand differently.
 */
export function recurringEntry<Meeting extends SeriesMeeting>(
  series: StoredSeries,
  meetings: readonly Meeting[],
): RecurringEntry<Meeting> | null {
  const ordered = [...meetings].sort((one, other) => one.seriesDay.localeCompare(other.seriesDay));
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (!first || !last || first === last) return null;
  const { rhythm, every } = series;
  const days = seriesDays({ firstDay: first.seriesDay, rhythm, every, untilDay: last.seriesDay });
  const times = new Map<Day, { from: Date; until: Date }>();
  for (const day of days) {
    const from = berlinInstant({ date: day, time: series.startTime });
    const until = berlinInstant({ date: day, time: series.endTime });
    if (!from.ok || !until.ok || until.instant <= from.instant) return null;
    times.set(day, { from: from.instant, until: until.instant });
  }
  const [begin, end] = [times.get(first.seriesDay), times.get(last.seriesDay)];
  if (!begin || !end || ordered.some((it) => !times.has(it.seriesDay))) return null;
  const taken = new Set(ordered.map((it) => it.seriesDay));
  const usual = mostShown(ordered);
  return {
    master: ordered.find((it) => it.shown === usual) ?? first,
    startsAt: begin.from,
    endsAt: begin.until,
    rule: `${ruleOf(series, first.seriesDay)};UNTIL=${utc(end.from)}`,
    left: [...times].flatMap(([day, { from }]) => (taken.has(day) ? [] : [from])),
    moved: ordered.flatMap((meeting) => {
      const planned = times.get(meeting.seriesDay);
      const same =
        planned &&
        planned.from.getTime() === meeting.startsAt.getTime() &&
        planned.until.getTime() === meeting.endsAt.getTime() &&
        meeting.shown === usual;
      return planned && !same ? [{ meeting, instead: planned.from }] : [];
    }),
  };
}

function ruleOf({ rhythm, every }: StoredSeries, firstDay: Day): string {
  const name = weekdays[weekday(firstDay) - 1] ?? '';
  const { dayOfMonth } = dayParts(firstDay);
  if (rhythm === 'WEEKS') return `FREQ=WEEKLY;INTERVAL=${every};BYDAY=${name}`;
  if (rhythm === 'MONTHS_DAY') return `FREQ=MONTHLY;INTERVAL=${every};BYMONTHDAY=${dayOfMonth}`;
  const ordinal = Math.ceil(dayOfMonth / 7);
  return `FREQ=MONTHLY;INTERVAL=${every};BYDAY=${ordinal > 4 ? -1 : ordinal}${name}`;
}

/** `20261209T130000Z` */
function utc(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** What most dates show; of equal ones that of the earlier. */
function mostShown(meetings: readonly SeriesMeeting[]): string {
  const counts = new Map<string, number>();
  for (const { shown } of meetings) counts.set(shown, (counts.get(shown) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? '';
}
