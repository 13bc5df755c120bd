import { isDay } from '@runder-tisch/domain/time';

/** Reads what people type for a day: "16.1.25", "16.01.2025", "16 1 2025", "160125". Returns "2025-01-16". */
export function readGermanDate(text: string, thisYear: number): string | null {
  const typed = text.trim();
  const compact = /^(\d{2})(\d{2})(\d{2}|\d{4})$/.exec(typed);
  const parts = compact ?? /^(\d{1,2})[.\s/-]+(\d{1,2})(?:[.\s/-]+(\d{2}|\d{4})?)?\.?$/.exec(typed);
  if (!parts) return isDay(typed) ? typed : null;
  const year = parts[3] ? (parts[3].length === 2 ? 2000 + Number(parts[3]) : Number(parts[3])) : thisYear;
  const iso = `${String(year).padStart(4, '0')}-${pad(parts[2])}-${pad(parts[1])}`;
  return isDay(iso) ? iso : null;
}

/** Reads what people type for a time: "14", "14:30", "14.30", "1430", "9 Uhr". Returns "14:30". */
export function readGermanTime(text: string): string | null {
  const typed = text
    .trim()
    .replace(/(?:uhr|h)$/i, '')
    .trimEnd();
  const parts = /^(\d{1,2})(?:[:.,\s]?(\d{2}))?$/.exec(typed);
  if (!parts) return null;
  const hours = Number(parts[1]);
  const minutes = Number(parts[2] ?? 0);
  return hours < 24 && minutes < 60
    ? `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
    : null;
}

function pad(digits: string | undefined): string {
  return (digits ?? '').padStart(2, '0');
}
