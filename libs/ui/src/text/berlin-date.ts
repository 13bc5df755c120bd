/** The ways a date is written in this application. */
export type BerlinFormat = 'day' | 'short' | 'long' | 'time' | 'dayTime' | 'dayMonth' | 'month';

const berlin = 'Europe/Berlin';
const options: Record<BerlinFormat, Intl.DateTimeFormatOptions> = {
  day: { weekday: 'short', day: '2-digit', month: '2-digit', year: 'numeric' },
  short: { day: '2-digit', month: '2-digit', year: 'numeric' },
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
  dayTime: {
    weekday: 'short',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  },
  dayMonth: { day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
};
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(format: BerlinFormat, zone: string): Intl.DateTimeFormat {
  const key = `${format} ${zone}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat('de-DE', { ...options[format], timeZone: zone });
    formats.set(key, made);
  }
  return made;
}

/**
 * An instant as people in Berlin read it, whatever zone the device stands in. A day without a time
 * ("2025-01-16") stays that day everywhere.
 */
export function berlinDate(value: string | Date | null | undefined, format: BerlinFormat = 'day'): string {
  if (value === null || value === undefined || value === '') return '';
  const wholeDay = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
  const instant = wholeDay ? new Date(`${value}T12:00:00Z`) : new Date(value);
  if (Number.isNaN(instant.getTime())) return '';
  const text = formatOf(format, wholeDay ? 'UTC' : berlin)
    .format(instant)
    .replace('.,', ',');
  return format === 'time' || format === 'dayTime' ? `${text} Uhr` : text;
}

/** "Do, 16.01.2025, 14:00–16:30 Uhr", or both days where the end lies on another one. */
export function berlinRange(start: string | Date, end: string | Date | null | undefined): string {
  if (!end) return berlinDate(start, 'dayTime');
  const sameDay = berlinDate(start, 'short') === berlinDate(end, 'short');
  if (!sameDay) return `${berlinDate(start, 'dayTime')} bis ${berlinDate(end, 'dayTime')}`;
  return `${berlinDate(start, 'dayTime').replace(' Uhr', '')}–${berlinDate(end, 'time')}`;
}

/** The calendar day in Berlin as "2025-01-16". */
export function berlinDay(instant: Date): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: berlin, dateStyle: 'short' }).format(instant);
  return parts.slice(0, 10);
}

/** "heute", "morgen", "in 12 Tagen", "vor 3 Tagen"; within a day "vor 20 Minuten". */
export function relativeWords(value: string | Date, now: Date): string {
  const wholeDay = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
  const day = wholeDay ? value : berlinDay(new Date(value));
  const days = Math.round(
    (Date.parse(`${day}T00:00:00Z`) - Date.parse(`${berlinDay(now)}T00:00:00Z`)) / 86_400_000,
  );
  const words = new Intl.RelativeTimeFormat('de', { numeric: 'auto' });
  if (days === 0 && !wholeDay) {
    const minutes = Math.round((new Date(value).getTime() - now.getTime()) / 60_000);
    if (Math.abs(minutes) < 1) return 'gerade eben';
    if (minutes < 0 && minutes > -60) return words.format(minutes, 'minute');
    if (minutes < 0) return words.format(Math.round(minutes / 60), 'hour');
  }
  if (Math.abs(days) < 14) return words.format(days, 'day');
  if (Math.abs(days) < 60) return words.format(Math.round(days / 7), 'week');
  if (Math.abs(days) < 720) return words.format(Math.round(days / 30.4), 'month');
  return words.format(Math.round(days / 365), 'year');
}
