/** A calendar day as people write it down: `2025-03-30`. Never an instant, so it has no zone. */
export type Day = string;

const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || !DAY_PATTERN.test(value)) {
    return false;
  }
  const ms = Date.parse(`${value}T00:00:00Z`);
  return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(value);
}

function demandDay(text: string): void {
  if (!isDay(text)) {
    throw new RangeError('Not a day of the form 2025-03-30');
  }
}

/** Days are counted in UTC, where each has 24 hours; local midnights are 23 to 25 hours apart. */
function dayNumber(day: Day): number {
  demandDay(day);
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

function dayOfNumber(number: number): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

export function addDays(day: Day, days: number): Day {
  return dayOfNumber(dayNumber(day) + Math.trunc(days));
}

export function addMonths(day: Day, months: number): Day {
  const { year, month, dayOfMonth } = dayParts(day);
  const count = year * 12 + (month - 1) + Math.trunc(months);
  const targetYear = Math.floor(count / 12);
  const targetMonth = (count % 12) + 1;
  const last = new Date(Date.UTC(targetYear, targetMonth, 0)).getUTCDate();
  return joinDay(targetYear, targetMonth, Math.min(dayOfMonth, last));
}

/** How many midnights lie between two days; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

export function dayParts(day: Day): { year: number; month: number; dayOfMonth: number } {
  demandDay(day);
  return {
    year: Number(day.slice(0, 4)),
    month: Number(day.slice(5, 7)),
    dayOfMonth: Number(day.slice(8, 10)),
  };
}

export function joinDay(year: number, month: number, dayOfMonth: number): Day {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}

/** 1 = Monday … 7 = Sunday (ISO 8601, as German calendars print the week). */
export function weekday(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

export function monthOf(day: Day): { first: Day; last: Day } {
  const { year, month } = dayParts(day);
  const first = joinDay(year, month, 1);
  return { first, last: addDays(addMonths(first, 1), -1) };
}

export function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
