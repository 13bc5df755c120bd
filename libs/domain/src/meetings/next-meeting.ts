import {
  addDays,
  addMonths,
  berlinDay,
  berlinWall,
  dayParts,
  daysBetween,
  joinDay,
  monthOf,
  weekday,
  type Day,
} from '../time';
import type { TypedTimes } from './meeting-times';

/** Where a network has no rhythm yet. */
const USUAL_INTERVAL = 3;
const USUAL_TIME = { startTime: '14:00', endTime: '16:00' } as const;

/**
 * When "Nächstes Treffen" is proposed: the rhythm of the network after the last meeting, on the same weekday of the
 * month (second Thursday stays second Thursday) at the same wall time. Never today or in the past.
 */
export function nextMeetingTimes(
  last: { startsAt: Date; endsAt: Date } | null,
  intervalMonths: number | null,
  now: Date,
): TypedTimes {
  if (!last) return { day: '', ...USUAL_TIME };
  const interval = intervalMonths ?? USUAL_INTERVAL;
  const start = berlinWall(last.startsAt);
  const today = berlinDay(now);
  let rounds = 1;
  let day = sameWeekdayAfter(start.date, interval);
  while (daysBetween(today, day) < 1) {
    rounds += 1;
    day = sameWeekdayAfter(start.date, interval * rounds);
  }
  return { day, startTime: start.time, endTime: berlinWall(last.endsAt).time };
}

/** The n-th weekday of its month, some months on; a fifth one that is missing becomes the last. */
export function sameWeekdayAfter(day: Day, months: number): Day {
  const { dayOfMonth } = dayParts(day);
  const ordinal = Math.ceil(dayOfMonth / 7);
  const { year, month } = dayParts(addMonths(monthOf(day).first, months));
  const first = joinDay(year, month, 1);
  const shift = (weekday(day) - weekday(first) + 7) % 7;
  const wanted = addDays(first, shift + (ordinal - 1) * 7);
  return dayParts(wanted).month === month ? wanted : addDays(wanted, -7);
}
