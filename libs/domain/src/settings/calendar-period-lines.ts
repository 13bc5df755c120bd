import { isDay, joinDay, type Day } from '../time';

/** What one pasted line says, or why it says nothing. */
export type PeriodLine =
  { ok: true; name: string; fromDay: Day; toDay: Day } | { ok: false; line: string; says: string };

const GERMAN_DAY = /(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})?/g;
const ISO_DAY = /\d{4}-\d{2}-\d{2}/g;
/** What stands between name and days and belongs to neither. */
const LINKS = new Set(['vom', 'von', 'bis', 'am', 'und', 'uhr']);

/**
 * Reads a list as ministries and schools print it: one time per line, a name and one or two days, in any order:
 * `Winterferien 02.02.2026 – 06.02.2026`, `Herbstferien: 19.10.–30.10.2026`, `2026-05-15 Brückentag`. A first day
 * without a year has that of the last one, or the year before where it would lie behind it. Empty lines are left out.
 */
export function readPeriodLines(text: string): PeriodLine[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(readLine);
}

function readLine(line: string): PeriodLine {
  const found = [...line.matchAll(ISO_DAY)].map(([day]) => day);
  const days = found.length > 0 ? found : germanDays(line);
  if (days.length === 0 || days.length > 2)
    return { ok: false, line, says: 'Hier steht kein erster und letzter Tag mit Jahr.' };
  const [fromDay = '', toDay = fromDay] = days;
  if (!isDay(fromDay) || !isDay(toDay)) return { ok: false, line, says: 'Diesen Tag gibt es nicht.' };
  if (toDay < fromDay) return { ok: false, line, says: 'Der letzte Tag liegt vor dem ersten.' };
  const name = line
    .replace(ISO_DAY, ' ')
    .replace(GERMAN_DAY, ' ')
    .split(/[\s;:|–—]/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word) && !LINKS.has(word.toLowerCase()))
    .join(' ');
  if (name.length < 2) return { ok: false, line, says: 'Hier fehlt der Name.' };
  return { ok: true, name, fromDay, toDay };
}

/** The year of the last day counts for those that have none. */
function germanDays(line: string): string[] {
  const found = [...line.matchAll(GERMAN_DAY)].map(([, day, month, year]) => ({
    day: Number(day),
    month: Number(month),
    year: year === undefined ? null : year.length === 2 ? 2000 + Number(year) : Number(year),
  }));
  const last = found.at(-1);
  const year = last?.year;
  if (!last || !year) return [];
  return found.map((it) => {
    const before = it.month > last.month || (it.month === last.month && it.day > last.day);
    return joinDay(it.year ?? (before ? year - 1 : year), it.month, it.day);
  });
}
