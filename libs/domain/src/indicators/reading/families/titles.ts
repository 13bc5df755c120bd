import type { Period } from '../../read-value';
import { areaKey } from '../cells/area-keys';
import { asMonth, periodOf } from '../cells/periods';
import { isUnit } from '../cells/units';
import type { Line, TableAbout } from '../family';
import { areaByName } from './known-names';

const TIME_LEAD =
  /(?:berichtsmonat|berichtsjahr|berichtszeitraum|berichtsquartal|stichtag|zeitraum|jahresdurchschnitt|schuljahr|monat|jahr)\b\s*:?\s*([^;,()]{4,40})/i;
const MONTH_AND_YEAR =
  /\b((?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember) \d{4})\b/;
const AREA_LEADS = new Set(['region', 'gebiet', 'kreis', 'landkreis', 'gemeinde', 'regionale gliederung']);
const MADE = /\b(?:Stand|Datenstand|Erstellungsdatum|Auswertungsstand)\s*:\s*(\d{1,2}\.\d{1,2}\.\d{4})/i;

export interface HeadParts {
  titles: string[];
  /** Lines with headings of columns. */
  heads: Line[];
  /** Times that stand in a line of their own above the values. */
  periods: Period[];
  lines: string[];
}

/** Parts the lines above the values into titles, times and headings; numbers of columns are left out. */
export function splitHead(head: readonly Line[]): HeadParts {
  const parts: HeadParts = { titles: [], heads: [], periods: [], lines: [] };
  for (const line of head) {
    const filled = line.cells.filter((cell) => cell !== '');
    const [first = '', second = ''] = filled;
    // The number of a table in the corner of its sheet.
    if (filled.length === 1 && /^(?:Tabelle|Tab\.|Blatt|Seite)\s?\d/i.test(first)) continue;
    const only = line.cells[0] !== '' && filled.every((cell) => cell === first);
    if (only) {
      const period = periodOf(first);
      if (period) parts.periods.push(period);
      else parts.titles.push(first.trim());
    } else if (isPair(line.cells, filled)) {
      parts.titles.push(`${first.trim()} ${second.trim()}`);
    } else if (!areColumnNumbers(filled)) parts.heads.push(line);
  }
  return parts;
}

/** "Berichtsmonat: | März 2025" is a title in two cells. */
function isPair(cells: readonly string[], filled: readonly string[]): boolean {
  return cells[0] !== '' && new Set(filled).size === 2 && /:\s*$/.test(cells[0] ?? '');
}

function areColumnNumbers(filled: readonly string[]): boolean {
  return filled.length > 1 && filled.every((cell, at) => Number(cell) === Number(filled[0]) + at);
}

/** The time a whole table is about, as a title has it. */
export function periodOfTitles(titles: readonly string[]): Period | null {
  for (const title of titles) {
    if (MADE.test(title)) continue;
    const lead = TIME_LEAD.exec(title);
    const told = lead?.[1]?.trim() ?? '';
    const period = periodOf(told) ?? periodOf(told.split(/\s-\s|\s{2,}/)[0] ?? '');
    if (period) return /monat/i.test(lead?.[0] ?? '') ? asMonth(period) : period;
    const month = MONTH_AND_YEAR.exec(title)?.[1];
    if (month) return periodOf(month);
  }
  return null;
}

const NO_MEASURE =
  /^(?:©|quelle|statistik der bundesagentur|bundesagentur|zurück|tabellen?\b|tab\.|datenstand|erstell|stand\b|auswahl|region\b|gebiet)|:/i;

/** What the titles of a sheet say is counted: the first that is no time, no area and no note. */
export function measureOfTitles(titles: readonly string[]): string {
  const found = titles.find(
    (title) =>
      !NO_MEASURE.test(title) &&
      title.length <= 120 &&
      !TIME_LEAD.test(title) &&
      periodOf(title) === null &&
      areaOfTitles([{ line: 0, cells: [title] }]) === null,
  );
  return found?.trim() ?? '';
}

/** The area a whole table is about: "Region: Anhalt-Bitterfeld, Landkreis (15082)". */
export function areaOfTitles(lines: readonly Line[]): { raw: string; name: string } | null {
  for (const { cells } of lines) {
    const words = cells.filter(Boolean).join(' ');
    if (words.length > 200) continue;
    const [lead = '', ...rest] = words.split(':');
    const told = AREA_LEADS.has(lead.trim().toLowerCase()) ? rest.join(':').trim() : undefined;
    const key = /\b(\d{5}|\d{8})\b/.exec(told ?? '')?.[1];
    if (told && key && areaKey(key))
      return { raw: key, name: told.replace(key, '').replace(/[()]/g, '').trim() };
    const named = areaByName((told ?? words).split('(')[0] ?? '');
    if (named && named !== 'DG') return { raw: named, name: told ?? words };
  }
  return null;
}

/** Day a file was made, from its footnotes; ISO, or null. */
export function dayMade(notes: readonly string[]): string | null {
  for (const note of notes) {
    const day = MADE.exec(note)?.[1];
    const period = day ? periodOf(day) : null;
    if (period) return period.period;
  }
  return null;
}

/** The day and month a table says its values are of: "- Stichtag 31.12. -" is "12-31". */
export function dayInTitle(title: string): string | null {
  const found = /stichtag:?\s*(\d{1,2})\.(\d{1,2})\.(?!\d)/i.exec(title);
  if (!found) return null;
  return `${(found[2] ?? '').padStart(2, '0')}-${(found[1] ?? '').padStart(2, '0')}`;
}

/** "Bevölkerungsstand (Anzahl)" names the only measure of a table and its unit. */
export function measureIn(title: string): { measure: string; unit: string } | null {
  const at = title.lastIndexOf('(');
  if (at < 1 || !title.endsWith(')')) return null;
  const unit = title.slice(at + 1, -1);
  return isUnit(unit) ? { measure: title.slice(0, at).trim(), unit } : null;
}

/** What titles and notes of a wide table or a sheet say of it. */
export function aboutGrid(
  titles: readonly string[],
  notes: readonly string[],
  workbook: boolean,
  footer: boolean,
): TableAbout {
  const code = /^(?:GENESIS-)?Tab(?:elle|le):\s*([0-9A-Z-]{5,20})/i.exec(titles[0] ?? '')?.[1] ?? null;
  const lines = code ? titles.slice(1) : titles;
  return {
    family: workbook ? 'WORKBOOK' : 'WIDE',
    table: code,
    title: lines.join(' ').replace(/\s+/g, ' ').trim(),
    notes: [...lines, ...notes].join('\n'),
    madeOn: dayMade(notes),
    cutOff: !workbook && !footer,
  };
}
