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

/** `Do, 16.01.2025` */
export function formatWeekdayDate(value: Date | Day): string {
  return `${weekdayName(value).slice(0, 2)}, ${formatShortDate(value)}`;
}

/** `16.01.`, for lists that stand under their year */
export function formatDayMonth(value: Date | Day): string {
  return formatShortDate(value).slice(0, 6);
}

/** `Januar 2025` */
export function formatMonth(value: Date | Day): string {
  const { year, month } = dayParts(asDay(value));
  return `${monthName(month)} ${year}`;
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

/** `16.01.2025, 14:00 Uhr` */
export function formatShortDateTime(instant: Date): string {
  return `${formatShortDate(instant)}, ${formatTime(instant)}`;
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

/** `Do, 16.01.2025, 14:00–16:30 Uhr`, for rows of a list. */
export function formatShortPeriod(start: Date, end: Date): string {
  if (berlinDay(start) !== berlinDay(end)) {
    return `${formatWeekdayDate(start)}, ${formatTime(start)} bis ${formatWeekdayDate(end)}, ${formatTime(end)}`;
  }
  return `${formatWeekdayDate(start)}, ${formatTimeRange(start, end)}`;
}

/** `16.–18. Januar 2025`, `30. Januar – 2. Februar 2025` */
export function formatDayRange(first: Day, last: Day): string {
  if (first === last) {
    return formatDate(first);
  }
  const from = dayParts(first);
  const to = dayParts(last);
  if (from.year !== to.year) {
    return `${formatDate(first)} – ${formatDate(last)}`;
  }
  if (from.month !== to.month) {
    return `${from.dayOfMonth}. ${monthName(from.month)} – ${formatDate(last)}`;
  }
  return `${from.dayOfMonth}.–${formatDate(last)}`;
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

/** `gerade eben`, `vor 5 Minuten`, `vor 3 Stunden`; from yesterday on in days. */
export function relativeTime(instant: Date, now: Date): string {
  const minutes = Math.trunc((instant.getTime() - now.getTime()) / 60_000);
  if (berlinDay(instant) !== berlinDay(now) && Math.abs(minutes) >= 60) {
    return relativeDay(instant, now);
  }
  if (minutes === 0) {
    return 'gerade eben';
  }
  const word = minutes > 0 ? 'in' : 'vor';
  const distance = Math.abs(minutes);
  if (distance < 60) {
    return `${word} ${counted(distance, 'Minute', 'Minuten')}`;
  }
  return `${word} ${counted(Math.floor(distance / 60), 'Stunde', 'Stunden')}`;
}

/** `45 Minuten`, `2 Stunden`, `1 Stunde 30 Minuten` */
export function formatDuration(start: Date, end: Date): string {
  const minutes = Math.max(0, Math.round((end.getTime() - start.getTime()) / 60_000));
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) {
    return counted(rest, 'Minute', 'Minuten');
  }
  const whole = counted(hours, 'Stunde', 'Stunden');
  return rest === 0 ? whole : `${whole} ${counted(rest, 'Minute', 'Minuten')}`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
