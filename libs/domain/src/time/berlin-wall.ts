import { joinDay, pad, type Day } from './day';

export const BERLIN = 'Europe/Berlin';

/** What hangs on the wall in Berlin: a day and a clock time `14:00`. */
export interface WallTime {
  date: Day;
  time: string;
}

/** Which of the two equal times of the autumn night is meant: summer time comes first. */
export type Fold = 'earlier' | 'later';

const HOUR_MS = 3_600_000;

/** Intl tells numbers only, which no ICU version writes differently; a polyfill of Temporal would weigh on the web. */
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

interface WallParts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

function wallParts(instant: Date): WallParts {
  const found: WallParts = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const part of wallFormat.formatToParts(instant)) {
    if (part.type in found) {
      found[part.type as keyof WallParts] = Number(part.value);
    }
  }
  return found;
}

/** Day and clock time in Berlin at an instant. */
export function berlinWall(instant: Date): WallTime {
  const parts = wallParts(instant);
  return {
    date: joinDay(parts.year, parts.month, parts.day),
    time: `${pad(parts.hour, 2)}:${pad(parts.minute, 2)}`,
  };
}

export function berlinDay(instant: Date): Day {
  return berlinWall(instant).date;
}

/** Says which of the two equal times an instant is, or undefined where the clock shows it once. */
export function berlinFold(instant: Date): Fold | undefined {
  const wall = berlinWall(instant);
  const shownAgain = (ms: number): boolean => {
    const other = berlinWall(new Date(instant.getTime() + ms));
    return other.date === wall.date && other.time === wall.time;
  };
  if (shownAgain(HOUR_MS)) {
    return 'earlier';
  }
  return shownAgain(-HOUR_MS) ? 'later' : undefined;
}
