import { unbroken } from '../text/unbroken';
import { berlinDay, berlinFold, berlinWall } from './berlin-wall';
import { dayParts, daysBetween, isDay, pad, weekday, type Day } from './day';

/**
 * Every date that somebody reads is written here, on pages, in mails, calendars and papers: the same day is called
 * the same everywhere. What is handed in is an instant (as `Date`, or as JSON carries it: `2025-01-16T13:00:00.000Z`)
 * or a plain `Day`; text that is neither throws a RangeError.
 */
export type Moment = Date | string;

/** Own tables: month and weekday names must not depend on the ICU version of a browser. */
export const monthNames = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
] as const;
/** From Monday, as `weekday` counts. */
export const weekdayNames = [
  'Montag',
  'Dienstag',
  'Mittwoch',
  'Donnerstag',
  'Freitag',
  'Samstag',
  'Sonntag',
] as const;

const FOLD_WORDS = { earlier: 'Sommerzeit', later: 'Winterzeit' } as const;

/** A day as it is, an instant as the day it falls on in Berlin. */
export function asDay(value: Moment): Day {
  return value instanceof Date || value.includes('T') ? berlinDay(new Date(value)) : value;
}

export function monthName(month: number): string {
  return monthNames[month - 1] ?? '';
}

export function weekdayName(value: Moment): string {
  return weekdayNames[weekday(asDay(value)) - 1] ?? '';
}

/** `16. Januar 2025` */
export function formatDate(value: Moment): string {
  const { year, month, dayOfMonth } = dayParts(asDay(value));
  return `${dayOfMonth}. ${monthName(month)} ${year}`;
}

/** `Donnerstag, 16. Januar 2025` */
export function formatLongDate(value: Moment): string {
  return `${weekdayName(value)}, ${formatDate(value)}`;
}

/** `16.01.2025` */
export function formatShortDate(value: Moment): string {
  const { year, month, dayOfMonth } = dayParts(asDay(value));
  return `${pad(dayOfMonth, 2)}.${pad(month, 2)}.${year}`;
}

/** `16.01.`, where the year goes without saying */
export function formatDayAndMonth(value: Moment): string {
  return formatShortDate(value).slice(0, 6);
}

/** `Do, 16.01.2025` */
export function formatShortDay(value: Moment): string {
  return `${weekdayName(value).slice(0, 2)}, ${formatShortDate(value)}`;
}

/** The time on the wall, and in the double hour of autumn a word that tells the two equal times apart. */
function clockOf(instant: Moment): { time: string; fold: string } {
  const date = new Date(instant);
  const fold = berlinFold(date);
  return { time: berlinWall(date).time, fold: fold ? ` (${FOLD_WORDS[fold]})` : '' };
}

/** `14:00 Uhr`; in the double hour of autumn `02:30 Uhr (Sommerzeit)`, an hour later `02:30 Uhr (Winterzeit)`. */
export function formatTime(instant: Moment): string {
  const { time, fold } = clockOf(instant);
  return `${time} Uhr${fold}`;
}

/** `16. Januar 2025, 14:00 Uhr` */
export function formatDateTime(instant: Moment): string {
  return `${formatDate(instant)}, ${formatTime(instant)}`;
}

/** `Do, 16.01.2025, 14:00 Uhr` */
export function formatShortDateTime(instant: Moment): string {
  return `${formatShortDay(instant)}, ${formatTime(instant)}`;
}

/** `14:00–16:30 Uhr`; over midnight both days are named. */
export function formatTimeRange(start: Moment, end: Moment): string {
  if (asDay(start) !== asDay(end)) return `${formatDateTime(start)} bis ${formatDateTime(end)}`;
  const [from, until] = [clockOf(start), clockOf(end)];
  return from.fold || until.fold
    ? `${formatTime(start)} bis ${formatTime(end)}`
    : `${from.time}–${until.time} Uhr`;
}

/** `Donnerstag, 16. Januar 2025, 14:00–16:30 Uhr`; over midnight both days are named. */
export function formatPeriod(start: Moment, end: Moment): string {
  return asDay(start) === asDay(end)
    ? `${formatLongDate(start)}, ${formatTimeRange(start, end)}`
    : `${formatLongDate(start)}, ${formatTime(start)} bis ${formatLongDate(end)}, ${formatTime(end)}`;
}

/**
 * `Do, 16.01.2025, 14:00–16:30 Uhr`, for a screen: hours stay on one line. Over midnight both days are named, without an
 * end only the beginning.
 */
export function formatShortPeriod(start: Moment, end: Moment | null | undefined): string {
  if (!end) return unbroken(formatShortDateTime(start));
  return unbroken(
    asDay(start) === asDay(end)
      ? `${formatShortDay(start)}, ${formatTimeRange(start, end)}`
      : `${formatShortDateTime(start)} bis ${formatShortDateTime(end)}`,
  );
}

const NEAR_DAYS = new Map([
  [-2, 'vorgestern'],
  [-1, 'gestern'],
  [0, 'heute'],
  [1, 'morgen'],
  [2, 'übermorgen'],
]);

const DAYS_PER_WEEK = 7;
const DAYS_PER_MONTH = 30.44;
const DAYS_PER_YEAR = 365.25;

/**
 * How far a day lies from another: `heute`, `übermorgen`, `in 12 Tagen`, `in 5 Wochen`, `vor 4 Monaten`,
 * `vor 2 Jahren`. Midnights of Berlin are counted, not hours. Days up to a fortnight, weeks up to two months, months
 * up to two years: nobody counts 45 days, and the date itself stands next to it.
 */
export function relativeDay(value: Moment, now: Moment): string {
  const days = daysBetween(asDay(now), asDay(value));
  const near = NEAR_DAYS.get(days);
  if (near) return near;
  const distance = Math.abs(days);
  const word = days > 0 ? 'in' : 'vor';
  if (distance < 14) return `${word} ${distance} Tagen`;
  if (distance < 60) return `${word} ${Math.round(distance / DAYS_PER_WEEK)} Wochen`;
  const months = Math.round(distance / DAYS_PER_MONTH);
  return months < 24 ? `${word} ${months} Monaten` : `${word} ${Math.round(distance / DAYS_PER_YEAR)} Jahren`;
}

const MINUTE_MS = 60_000;

/** `relativeDay`, and nearer for an instant earlier today: `gerade eben`, `vor 20 Minuten`, `vor 3 Stunden`. */
export function relativeTime(value: Moment, now: Date): string {
  if (isDay(value) || asDay(value) !== berlinDay(now)) return relativeDay(value, now);
  const minutes = Math.round((now.getTime() - new Date(value).getTime()) / MINUTE_MS);
  if (minutes < 0) return 'heute';
  if (minutes === 0) return 'gerade eben';
  if (minutes < 60) return minutes === 1 ? 'vor 1 Minute' : `vor ${minutes} Minuten`;
  const hours = Math.round(minutes / 60);
  return hours === 1 ? 'vor 1 Stunde' : `vor ${hours} Stunden`;
}
