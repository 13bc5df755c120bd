import { addDays, dayParts, isDay, joinDay, pad, weekOf, type Day } from './day';

export const BERLIN = 'Europe/Berlin';

/** What hangs on the wall in Berlin: a day and a clock time `14:00`. */
export interface WallTime {
  date: Day;
  time: string;
}

/** Which of the two equal times of the autumn night is meant: summer time comes first. */
export type Fold = 'earlier' | 'later';

export type WallTimeReason = 'malformed' | 'does-not-exist' | 'ambiguous';

export interface WallTimeRefusal {
  ok: false;
  reason: WallTimeReason;
  says: string;
}

export type BerlinInstant = { ok: true; instant: Date } | WallTimeRefusal;

const HOUR_MS = 3_600_000;
const TIME_PATTERN = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Berlin keeps one of two offsets; a wall time fits none (spring), one, or both (autumn). */
const OFFSETS_MS = [2 * HOUR_MS, HOUR_MS] as const;

const wallFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: BERLIN,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

export function isWallClock(value: unknown): value is string {
  return typeof value === 'string' && TIME_PATTERN.test(value);
}

function fits(instant: Date, wall: WallTime): boolean {
  const shown = berlinWall(instant);
  return shown.date === wall.date && shown.time === wall.time;
}

/** The one or two instants at which this wall time is shown in Berlin, in order. */
function instantsOf(wall: WallTime): Date[] {
  const asUtc = Date.parse(`${wall.date}T${wall.time}:00Z`);
  return OFFSETS_MS.map((offset) => new Date(asUtc - offset)).filter((instant) => fits(instant, wall));
}

/** Turns what somebody typed into the one instant they mean, or says why it cannot be one. */
export function berlinInstant(wall: WallTime, fold?: Fold): BerlinInstant {
  if (!isDay(wall.date) || !isWallClock(wall.time)) {
    return {
      ok: false,
      reason: 'malformed',
      says: 'Bitte geben Sie ein Datum und eine Uhrzeit an, zum Beispiel 16.01.2025 und 14:00.',
    };
  }
  const [first, second] = instantsOf(wall);
  if (!first) {
    return {
      ok: false,
      reason: 'does-not-exist',
      says: `${wall.time} Uhr gibt es in dieser Nacht nicht: Die Uhren werden von 2 auf 3 Uhr vorgestellt.`,
    };
  }
  if (!second) {
    return { ok: true, instant: first };
  }
  if (!fold) {
    return {
      ok: false,
      reason: 'ambiguous',
      says: `${wall.time} Uhr gibt es in dieser Nacht zweimal. Meinen Sie die Sommerzeit (vor der Umstellung) oder die Winterzeit (danach)?`,
    };
  }
  return { ok: true, instant: fold === 'earlier' ? first : second };
}

/** For times a rule has computed, not a person: a gap moves on, the double hour takes the first. */
export function berlinInstantOrNext(wall: WallTime): Date {
  const exact = berlinInstant(wall, 'earlier');
  if (exact.ok) {
    return exact.instant;
  }
  if (exact.reason === 'malformed') {
    throw new RangeError(`Not a wall time: ${wall.date} ${wall.time}`);
  }
  return new Date(Date.parse(`${wall.date}T${wall.time}:00Z`) - HOUR_MS);
}

/** Day and clock time in Berlin at an instant; `fold` only where the clock shows it twice. */
export function berlinWall(instant: Date): WallTime {
  const parts = wallParts(instant);
  return { date: joinDay(parts.year, parts.month, parts.day), time: `${pad(parts.hour, 2)}:${pad(parts.minute, 2)}` };
}

interface WallParts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

export function wallParts(instant: Date): WallParts {
  const found: WallParts = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const part of wallFormat.formatToParts(instant)) {
    if (part.type in found) {
      found[part.type as keyof WallParts] = Number(part.value);
    }
  }
  return found;
}

/** Says which of the two equal times an instant is, or undefined where the clock shows it once. */
export function berlinFold(instant: Date): Fold | undefined {
  const wall = berlinWall(instant);
  if (fits(new Date(instant.getTime() + HOUR_MS), wall)) {
    return 'earlier';
  }
  return fits(new Date(instant.getTime() - HOUR_MS), wall) ? 'later' : undefined;
}

export function berlinDay(instant: Date): Day {
  return berlinWall(instant).date;
}

/** The first instant of the day and of the next one; the day between has 23, 24 or 25 hours. */
export function berlinDayBounds(day: Day): { from: Date; until: Date } {
  return {
    from: berlinInstantOrNext({ date: day, time: '00:00' }),
    until: berlinInstantOrNext({ date: addDays(day, 1), time: '00:00' }),
  };
}

export function berlinWeekBounds(day: Day): { from: Date; until: Date } {
  const week = weekOf(day);
  return { from: berlinDayBounds(week.first).from, until: berlinDayBounds(week.last).until };
}

export function berlinYearBounds(year: number): { from: Date; until: Date } {
  return {
    from: berlinDayBounds(joinDay(year, 1, 1)).from,
    until: berlinDayBounds(joinDay(year + 1, 1, 1)).from,
  };
}

/** The same clock time on another day: what „Nächstes Treffen“ takes over from the last one. */
export function sameTimeOn(instant: Date, day: Day): Date {
  return berlinInstantOrNext({ date: day, time: berlinWall(instant).time });
}

export function berlinYear(instant: Date): number {
  return dayParts(berlinDay(instant)).year;
}
