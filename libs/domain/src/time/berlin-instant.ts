import { berlinWall, type Fold, type WallTime } from './berlin-wall';
import { addDays, isDay, type Day } from './day';

export type WallTimeReason = 'malformed' | 'does-not-exist' | 'ambiguous';

export interface WallTimeRefusal {
  ok: false;
  reason: WallTimeReason;
  says: string;
}

export type BerlinInstant = { ok: true; instant: Date } | WallTimeRefusal;

const TIME_PATTERN = /^([01]\d|2[0-3]):([0-5]\d)$/;

export function isWallClock(value: unknown): value is string {
  return typeof value === 'string' && TIME_PATTERN.test(value);
}

const HOUR_MS = 3_600_000;

/** The instant at which a clock so many hours ahead of Greenwich shows this wall time. */
function ahead(wall: WallTime, hours: number): Date {
  return new Date(Date.parse(`${wall.date}T${wall.time}:00Z`) - hours * HOUR_MS);
}

/**
 * The none, one or two instants at which this wall time is shown in Berlin, in order: the clocks there have been one
 * hour ahead of Greenwich or, in summer, two since 1950.
 */
function instantsOf(wall: WallTime): Date[] {
  return [ahead(wall, 2), ahead(wall, 1)].filter((instant) => {
    const shown = berlinWall(instant);
    return shown.date === wall.date && shown.time === wall.time;
  });
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

/** For times a rule has computed, not a person: a gap moves on by an hour, the double hour takes the first. */
export function berlinInstantOrNext(wall: WallTime): Date {
  if (!isDay(wall.date) || !isWallClock(wall.time)) {
    throw new RangeError(`Not a wall time: ${wall.date} ${wall.time}`);
  }
  return instantsOf(wall)[0] ?? ahead(wall, 1);
}

/** The first instant of the day and of the next one; the day between has 23, 24 or 25 hours. */
export function berlinDayBounds(day: Day): { from: Date; until: Date } {
  return {
    from: berlinInstantOrNext({ date: day, time: '00:00' }),
    until: berlinInstantOrNext({ date: addDays(day, 1), time: '00:00' }),
  };
}

/** The same clock time on another day: what „Nächstes Treffen“ takes over from the last one. */
export function sameTimeOn(instant: Date, day: Day): Date {
  return berlinInstantOrNext({ date: day, time: berlinWall(instant).time });
}
