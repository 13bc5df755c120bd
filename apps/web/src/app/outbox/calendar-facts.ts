import { unbroken } from '@runder-tisch/domain/text';
import { formatShortDay, formatShortPeriod } from '@runder-tisch/domain/time';

export interface CalendarFacts {
  title: string;
  when: string;
  place: string;
}

/**
 * What a calendar shows of an invitation we wrote ourselves: `TZID=Europe/Berlin` and one event. Other
 * people's calendars are read by the API, never here.
 */
export function calendarFacts(content: string): CalendarFacts {
  const lines = content.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const begin = lines.indexOf('BEGIN:VEVENT');
  const event = lines.slice(begin, lines.indexOf('END:VEVENT', begin));
  const value = (name: string): string => {
    const line = event.find((it) => it.startsWith(`${name}:`) || it.startsWith(`${name};`)) ?? '';
    // A colon inside a quoted parameter does not end the parameters.
    const cut = /^(?:[^":]|"[^"]*")*:/.exec(line)?.[0].length ?? line.length;
    return unescaped(line.slice(cut));
  };
  const [start, end] = [wall(value('DTSTART')), wall(value('DTEND'))];
  return { title: value('SUMMARY'), when: start ? period(start, end) : '', place: value('LOCATION') };
}

function unescaped(text: string): string {
  return text.replace(/\\([nN,;\\])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
}

interface Wall {
  day: string;
  time: string;
  utc: boolean;
}

function wall(value: string): Wall | null {
  const found = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})\d{2}(Z?)$/.exec(value);
  if (!found) return null;
  const [, year, month, day, hour, minute, zone] = found;
  return { day: `${year}-${month}-${day}`, time: `${hour}:${minute}`, utc: zone === 'Z' };
}

function period(start: Wall, end: Wall | null): string {
  if (start.utc) return formatShortPeriod(instant(start), end && instant(end));
  // Wall times of Berlin are shown as they stand; those of the double hour of autumn are written as UTC.
  const until = end && end.day === start.day ? `–${end.time}` : '';
  return unbroken(`${formatShortDay(start.day)}, ${start.time}${until} Uhr`);
}

function instant(it: Wall): string {
  return `${it.day}T${it.time}:00Z`;
}
