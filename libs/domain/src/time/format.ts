import { berlinDay, berlinFold, berlinWall } from './berlin-wall';
import { dayParts, daysBetween, pad, weekday, type Day } from './day';

/** Own tables: month and weekday names must not depend on the ICU version of a browser. */
const MONTHS = [
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
const WEEKDAYS = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'] as const;

const FOLD_WORDS = { earlier: 'Sommerzeit', later: 'Winterzeit' } as const;

/** A day as it is, an instant as the day it falls on in Berlin. */
export function asDay(value: Date | Day): Day {
  return value instanceof Date ? berlinDay(value) : value;
}

export function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}

export function weekdayName(value: Date | Day): string {
  return WEEKDAYS[weekday(asDay(value)) - 1] ?? '';
}

/** `16. Januar 2025` */
export function formatDate(value: Date | Day): string {
  const { year, month, dayOfMonth } = dayParts(asDay(value));
  return `${dayOfMonth}. ${monthName(month)} ${year}`;
}

/** `Donnerstag, 16. Januar 2025` */
export function formatLongDate(value: Date | Day): string {
  return `${weekdayName(value)}, ${formatDate(value)}`;
}

/** `16.01.2025` */
export function formatShortDate(value: Date | Day): string {
  const { year, month, dayOfMonth } = dayParts(asDay(value));
  return `${pad(dayOfMonth, 2)}.${pad(month, 2)}.${year}`;
}

/** `14:00`, bare; where the hour may be the doubled one, use `formatTime`. */
export function formatClock(instant: Date): string {
  return berlinWall(instant).time;
}

/** In the double hour of autumn a word tells the two equal times apart. */
function foldWord(instant: Date): string {
  const fold = berlinFold(instant);
  return fold ? ` (${FOLD_WORDS[fold]})` : '';
}

/** `14:00 Uhr` */
export function formatTime(instant: Date): string {
  return `${formatClock(instant)} Uhr${foldWord(instant)}`;
}

/** `16. Januar 2025, 14:00 Uhr` */
export function formatDateTime(instant: Date): string {
  return `${formatDate(instant)}, ${formatTime(instant)}`;
}

/** `14:00–16:30 Uhr`; over midnight both days are named. */
export function formatTimeRange(start: Date, end: Date): string {
  if (berlinDay(start) !== berlinDay(end)) {
    return `${formatDateTime(start)} bis ${formatDateTime(end)}`;
  }
  if (berlinFold(start) ?? berlinFold(end)) {
    return `${formatTime(start)} bis ${formatTime(end)}`;
  }
  return `${formatClock(start)}–${formatClock(end)} Uhr`;
}

/** `Donnerstag, 16. Januar 2025, 14:00–16:30 Uhr` */
export function formatPeriod(start: Date, end: Date): string {
  if (berlinDay(start) !== berlinDay(end)) {
    return `${weekdayName(start)}, ${formatDateTime(start)} bis ${weekdayName(end)}, ${formatDateTime(end)}`;
  }
  return `${formatLongDate(start)}, ${formatTimeRange(start, end)}`;
}

const NEAR_DAYS = new Map([
  [-2, 'vorgestern'],
  [-1, 'gestern'],
  [0, 'heute'],
  [1, 'morgen'],
  [2, 'übermorgen'],
]);

/** Beyond this many days nobody counts days any more. */
const COUNTED_DAYS = 60;
const DAYS_PER_MONTH = 30.44;

/** `heute`, `morgen`, `in 12 Tagen`, `vor 3 Tagen`, `in 4 Monaten`, `vor 2 Jahren` */
export function relativeDay(value: Date | Day, now: Date | Day): string {
  const days = daysBetween(asDay(now), asDay(value));
  const near = NEAR_DAYS.get(days);
  if (near) {
    return near;
  }
  const distance = Math.abs(days);
  const word = days > 0 ? 'in' : 'vor';
  if (distance <= COUNTED_DAYS) {
    return `${word} ${distance} Tagen`;
  }
  const months = Math.round(distance / DAYS_PER_MONTH);
  if (months < 24) {
    return `${word} ${months} Monaten`;
  }
  return `${word} ${Math.floor(months / 12)} Jahren`;
}
