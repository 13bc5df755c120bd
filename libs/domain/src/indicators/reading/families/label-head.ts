import { type Period, RefusedTable } from '../../read-value';
import { isConnector, isDimensionName, isLabel, isTotal, namesInTitle } from '../cells/dimension-names';
import { partOfYear, periodOf } from '../cells/periods';
import { personLevel } from '../cells/person-level';
import type { Line } from '../family';
import { areaByName, withoutFootnote } from './known-names';
import { areaIn, isValueLike } from './layout';
import { bareLabel } from './measure-words';
import { isOffice } from './offices';
import { areaOfTitles, splitHead } from './titles';

/** Where a table whose lines begin with labels has its head. */
export interface LabelHead {
  above: Line[];
  heads: Line[];
  /** The first line below the head. */
  from: number;
  /** What stands above the column of labels. */
  corner: string;
  columns: LabelColumn[];
}

export interface LabelColumn {
  column: number;
  /** Heading, line below line. */
  words: string[];
  area: { raw: string; name: string } | null;
  period: Period | null;
}

const OTHER_FRONT =
  /gebiet|region|gemeinde|kreis|land(?:kreis)?\b|\bort\b|stadt|bezirk|agentur|jobcenter|schl(?:ü|ue)ssel|\bags\b|jahr|zeit|monat|datum|\bnr\b|nummer|\bname\b/i;
/** One line for each human or each case, whatever stands beside it. */
const OF_PEOPLE =
  /^(?:klient(?:in)?|fall|fallnummer|person|patient(?:in)?|teilnehmer(?:in)?|antragsteller(?:in)?|nutzer(?:in)?|hilfeempfänger(?:in)?|kind)(?:[:*]in)?$/i;
const KEY_HEADING = /schl(?:ü|ue)ssel|\bags\b|\bars\b|kenn(?:ziffer|ung)/i;
const PAGES = /^(?:seite|blatt|tabellen?|link)$/i;

/**
 * The head of a sheet whose lines begin with labels, neither with areas nor with times.
 * @returns null where it has another form
 */
export function labelHeadOf(lines: readonly Line[]): LabelHead | null {
  const values = lines.filter(isLabelled);
  const [first] = values;
  if (!first) return null;
  const at = lines.indexOf(first);
  // Headings may stand between head and values: "Bestand an Arbeitslosen".
  let until = at;
  while (until > 0 && isBetween(lines[until - 1] as Line)) until -= 1;
  let from = until;
  while (from > 0 && until - from < 4 && isHeadLine(lines[from - 1] as Line)) from -= 1;
  if (from === until) return null;
  const heads = lines.slice(from, until);
  const corner = [...new Set(heads.map(({ cells }) => cells[0]?.trim() ?? '').filter(Boolean))].join(' ');
  const headings = heads.flatMap(({ cells }) => cells.slice(1)).filter(Boolean);
  if (OF_PEOPLE.test(corner))
    throw personLevel(`Unter „${corner.slice(0, 60)}“ steht eine Zeile je Mensch`, first.line);
  if (OTHER_FRONT.test(corner) && !isDimensionName(corner)) return null;
  if (headings.some((it) => PAGES.test(it.trim()) || KEY_HEADING.test(it))) return null;
  const others = lines
    .slice(at)
    .some(
      ({ cells: [label = '', ...rest] }) =>
        rest.some(Boolean) && (areaIn(label, true) !== null || isOffice(label) || periodOf(label) !== null),
    );
  if (others) return null;
  const width = Math.max(...[...heads, ...values].map(({ cells }) => cells.length));
  const columns: LabelColumn[] = [];
  for (let column = 1; column < width; column += 1) {
    const words = heads.map(({ cells }) => withoutFootnote(cells[column] ?? ''));
    if (words.every((it) => it === '') && !values.some(({ cells }) => cells[column])) continue;
    columns.push({ column, words, area: areaOfColumn(words), period: timeOfColumn(words) });
  }
  return { above: lines.slice(0, from), heads, from: until, corner, columns };
}

/** A label and behind it nothing but numbers and signs, at least one of them a number. */
function isLabelled({ cells }: Line): boolean {
  const [label = '', ...rest] = cells;
  const filled = rest.filter((cell) => cell !== '');
  return (
    /\p{L}{2}/u.test(label) &&
    !/:\s*$/.test(label) &&
    filled.length > 0 &&
    filled.every(isValueLike) &&
    filled.some((cell) => /\d/.test(cell) && !/^\d{1,2}\.\d{1,2}\.\d{4}$/.test(cell)) &&
    !filled.every((cell) => periodOf(cell) !== null && /\D/.test(cell))
  );
}

/** A heading between the head and its values: the same words in all cells, or in the first alone. */
function isBetween({ cells }: Line): boolean {
  const filled = cells.filter((cell) => cell !== '');
  const [first = ''] = filled;
  return (
    filled.length === 0 ||
    (cells[0] !== '' && filled.every((cell) => cell === first) && periodOf(first) === null)
  );
}

/** Words above at least one column of values; a title stands in the first cell alone or with a lead in front. */
function isHeadLine({ cells }: Line): boolean {
  const [first = '', ...rest] = cells;
  const filled = rest.filter((cell) => cell !== '');
  if (filled.length === 0 || /:\s*$/.test(first)) return false;
  if (filled.every((cell) => cell === first)) return false;
  return first !== '' || filled.some((cell) => /\p{L}/u.test(cell)) || filled.some((cell) => periodOf(cell));
}

function areaOfColumn(words: readonly string[]): LabelColumn['area'] {
  for (const it of words) {
    const found = areaIn(it, true);
    if (found && (found.name !== '' || /^\d{5}$|^\d{8}$/.test(found.raw))) return found;
    const named = areaByName(it);
    if (named) return { raw: named, name: it };
  }
  return null;
}

function timeOfColumn(words: readonly string[]): Period | null {
  const period = words.map((it) => periodOf(it)).find((it) => it !== null) ?? null;
  if (period?.kind !== 'YEAR') return period;
  return words.map((it) => partOfYear(period.period, it)).find((it) => it !== null) ?? period;
}

/** How the lines of such a table are meant: each counts something else, or all are parts of one thing. */
export type RowMeaning = { lines: 'MEASURES' } | { lines: 'LABELS'; name: string };

const OF_MEASURES =
  /^(?:merkmale?|ausgewählte merkmale|kennzahl(?:en)?|kenngrößen?|indikator(?:en)?|eckwerte?)\b/i;
const UNCLEAR = /^(?:bezeichnung|position|gegenstand|text|inhalt|kategorie|gliederung)\b/i;
const OF_AREAS = /gemeinde|kreis|region|gebiet|länder|stadt|städte|orte?n?\b/i;

/**
 * What the labels are, as heading, title or the labels themselves say it.
 * @param told whether the columns name what is counted
 * @returns null where nothing tells
 */
export function meaningOf(
  { corner }: LabelHead,
  { labels, titles, told }: { labels: readonly string[]; titles: readonly string[]; told: boolean },
): RowMeaning | null {
  const bare = labels.map((it) => bareLabel(withoutFootnote(it))).filter((it) => !isTotal(it));
  const known = bare.filter((it) => isLabel(it)).length;
  if (isDimensionName(corner)) return { lines: 'LABELS', name: corner };
  if (bare.length > 0 && known === bare.length) return { lines: 'LABELS', name: '' };
  if (OF_MEASURES.test(corner)) return { lines: 'MEASURES' };
  const inTitle = namesInTitle(titles.join(' ')).filter((it) => !OF_AREAS.test(it));
  const [only, ...more] = inTitle;
  // Any other word above the labels is what they are parts by, and the title or the columns say of what.
  if (corner !== '' && !UNCLEAR.test(corner)) return { lines: 'LABELS', name: corner };
  if (only && more.length === 0 && (corner === '' || UNCLEAR.test(corner)))
    return { lines: 'LABELS', name: only };
  if (titles.some((it) => /\beckwerte\b/i.test(it)) && !told) return { lines: 'MEASURES' };
  return null;
}

/** @throws RefusedTable with what is to be written above the labels */
export function unclearLabels(line: number): RefusedTable {
  return new RefusedTable(
    'no-table',
    `Ab Zeile ${line} stehen vorn Bezeichnungen, und nichts sagt, was sie sind. Bitte schreiben Sie über diese Spalte „Merkmal“, wenn jede Zeile etwas anderes zählt, oder wonach aufgeteilt ist, zum Beispiel „Altersgruppe“.`,
    line,
  );
}

export function noAreaAbove(line: number): RefusedTable {
  return new RefusedTable(
    'no-table',
    `Zu welchem Gebiet die Werte ab Zeile ${line} gehören, steht weder im Titel noch im Kopf. Bitte schreiben Sie es in eine Zeile über der Tabelle, zum Beispiel „Gebiet: Anhalt-Bitterfeld (15082)“.`,
    line,
  );
}

export function noMeasureAbove(line: number): RefusedTable {
  return new RefusedTable(
    'no-table',
    `Was ab Zeile ${line} gezählt wird, steht weder im Titel noch im Kopf. Bitte schreiben Sie es in eine Zeile über der Tabelle, zum Beispiel „Wohngeldhaushalte“.`,
    line,
  );
}

/** Titles and times above the head, and the area they name. */
export function aboveHead({ above }: LabelHead): {
  titles: string[];
  block: Period | null;
  area: { raw: string; name: string } | null;
} {
  const { titles, periods } = splitHead(above);
  return { titles, block: periods.at(-1) ?? null, area: areaOfTitles(above) };
}

/** Whether words above a column say no more than that numbers stand there. */
export function isPlainHeading(words: string): boolean {
  return /^(?:anzahl|werte?|bestand|zahl|absolut)$/i.test(words) || isConnector(words);
}
