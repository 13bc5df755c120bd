import { isDay, joinDay, type Day } from './day';

/** What people type into a date field: `16.1.2025`, `16.01.25`, `2025-01-16`. Undefined if it is no day. */
export function parseGermanDay(text: string): Day | undefined {
  const trimmed = text.trim();
  if (isDay(trimmed)) {
    return trimmed;
  }
  const found = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{2}|\d{4})$/.exec(trimmed);
  if (!found) {
    return undefined;
  }
  const [, dayOfMonth = '', month = '', year = ''] = found;
  const day = joinDay(Number(year) + (year.length === 2 ? 2000 : 0), Number(month), Number(dayOfMonth));
  return isDay(day) ? day : undefined;
}

/** `14`, `14 Uhr`, `14:30`, `14.30 Uhr`, `9:05` → `14:30`. Undefined if it is no clock time. */
export function parseGermanClock(text: string): string | undefined {
  const found = /^(\d{1,2})(?:[:.](\d{2}))?(?: ?Uhr)?$/i.exec(text.trim());
  if (!found) {
    return undefined;
  }
  const hour = Number(found[1]);
  const minute = Number(found[2] ?? '0');
  if (hour > 23 || minute > 59) {
    return undefined;
  }
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
