import { addDays, addMonths } from '../time';

/**
 * The days a request asks about, from the words of its period: "1. Quartal 2025", "2. Halbjahr 2024", "2023".
 * @returns null for other words
 */
export function daysOfPeriod(words: string): { start: string; end: string } | null {
  const part = /(\d)\. (Quartal|Halbjahr) (\d{4})/.exec(words);
  const year = part?.[3] ?? /\b(?:19|20)\d{2}\b/.exec(words)?.[0];
  if (!year) return null;
  if (!part) return { start: `${year}-01-01`, end: `${year}-12-31` };
  const months = part[2] === 'Quartal' ? 3 : 6;
  const start = addMonths(`${year}-01-01`, (Number(part[1]) - 1) * months);
  return { start, end: addDays(addMonths(start, months), -1) };
}

/** Whether values of these times are what a request for this period asked for. */
export function tellsOf(words: string, periods: readonly { start: string; end: string }[]): boolean {
  const asked = daysOfPeriod(words);
  return asked !== null && periods.some(({ start, end }) => start <= asked.end && end >= asked.start);
}
