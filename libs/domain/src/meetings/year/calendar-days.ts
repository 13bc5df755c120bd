import {
  addDays,
  addMonths,
  asDay,
  dayParts,
  joinDay,
  monthName,
  monthOf,
  weekday,
  type Day,
} from '../../time';
import type { YearMeeting, YearView } from './year-views';

export const calendarSpans = ['monat', 'quartal', 'jahr'] as const;
export type CalendarSpan = (typeof calendarSpans)[number];

const MONTHS: Record<CalendarSpan, number> = { monat: 1, quartal: 3, jahr: 12 };

/** The months a look at the calendar spans: the month, quarter or year a day lies in, first and last day included. */
export function spanAround(span: CalendarSpan, day: Day): { from: Day; to: Day } {
  const { year, month } = dayParts(day);
  const length = MONTHS[span];
  const from = joinDay(year, Math.floor((month - 1) / length) * length + 1, 1);
  return { from, to: addDays(addMonths(from, length), -1) };
}

/** The first day of the span before or after. */
export function spanBeside(span: CalendarSpan, from: Day, steps: number): Day {
  return addMonths(from, MONTHS[span] * steps);
}

/** `Oktober 2026`, `4. Quartal 2026`, `2026`. */
export function spanName(span: CalendarSpan, from: Day): string {
  const { year, month } = dayParts(from);
  if (span === 'jahr') return String(year);
  if (span === 'quartal') return `${Math.ceil(month / 3)}. Quartal ${year}`;
  return `${monthName(month)} ${year}`;
}

export interface CalendarDayCell {
  day: Day;
  dayOfMonth: number;
  /** 1 = Monday. */
  weekday: number;
  holiday: string | null;
  /** Names of school holidays and sitting weeks that lie on this day. */
  schoolHolidays: string[];
  sittingWeeks: string[];
  /** The first day on which such a time is seen in this month: there its name is written. */
  begins: string[];
  meetings: YearMeeting[];
}

export interface CalendarMonthCells {
  first: Day;
  name: string;
  days: CalendarDayCell[];
}

/** What happens, laid out by month and day. A meeting stands on the day it begins. */
export function calendarMonths(
  view: Pick<YearView, 'from' | 'to' | 'holidays' | 'periods' | 'meetings'>,
): CalendarMonthCells[] {
  const holidays = new Map(view.holidays.map(({ day, name }) => [day, name]));
  const meetings = new Map<Day, YearMeeting[]>();
  for (const meeting of view.meetings) {
    const day = asDay(meeting.startsAt);
    meetings.set(day, [...(meetings.get(day) ?? []), meeting]);
  }
  const months: CalendarMonthCells[] = [];
  for (let first = monthOf(view.from).first; first <= view.to; first = addMonths(first, 1)) {
    const { last } = monthOf(first);
    const days: CalendarDayCell[] = [];
    for (let day = first; day <= last; day = addDays(day, 1)) {
      const periods = view.periods.filter((it) => it.fromDay <= day && it.toDay >= day);
      days.push({
        day,
        dayOfMonth: dayParts(day).dayOfMonth,
        weekday: weekday(day),
        holiday: holidays.get(day) ?? null,
        schoolHolidays: periods.filter((it) => it.kind === 'SCHOOL_HOLIDAY').map((it) => it.name),
        sittingWeeks: periods.filter((it) => it.kind === 'SITTING_WEEK').map((it) => it.name),
        begins: periods.filter((it) => it.fromDay === day || day === first).map((it) => it.name),
        meetings: meetings.get(day) ?? [],
      });
    }
    months.push({ first, name: monthName(dayParts(first).month), days });
  }
  return months;
}

/** Each pair of meetings that wants the same people once, in the order of their beginning. */
export interface ClashPair {
  key: string;
  one: YearMeeting;
  other: { id: string | null; label: string };
  count: number;
  people: readonly string[];
}

export function clashPairs(meetings: readonly YearMeeting[]): ClashPair[] {
  const seen = new Set<string>();
  return meetings.flatMap((one) =>
    one.clashes.flatMap(({ meetingId, label, count, people }) => {
      const key = [one.id ?? one.label, meetingId ?? label].sort().join(' ') + one.startsAt.slice(0, 10);
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ key, one, other: { id: meetingId, label }, count, people }];
    }),
  );
}
