import { RefusedTable } from '../../read-value';
import { areaKey } from '../cells/area-keys';
import { periodOf } from '../cells/periods';
import type { Line } from '../family';
import { areaByName } from './known-names';

/** What stands where in a table with several columns of values. */
export interface Layout {
  /** Column of the key; -1 where the whole table is about one area. */
  key: number;
  /** Column of the name; the same as the key's where both stand in one cell. */
  name: number;
  /** Column of the time; -1 where it stands in the head, in a line of its own or in the title. */
  period: number;
  /** Further columns in front, each with labels of one dimension. */
  stub: number[];
  firstValue: number;
  width: number;
}

const TIME_WORDS = /jahr|zeit|stichtag|monat|quartal|datum|period|year|month/i;
const AREA_WORDS =
  /schl(?:ü|ue)ssel|\b(?:ags|ars|rs)\b|region|gebiet|gemeinde|kreis|land|kenn(?:ziffer|ung)|nr\.|code/i;
const KEY_WORDS = /schl(?:ü|ue)ssel|\b(?:ags|ars|rs)\b|kenn(?:ziffer|ung)/i;
/** Headings of names of areas, from large to small. */
const RANKS = [/^\s*(?:bundes)?l(?:a|ä)nd(?:er)?\b/i, /kreis/i, /gemeinde|\bort\b|\bstadt\b/i] as const;
const FRONT = 6;

/** An area in a cell: a key, a key with a name behind it, or in workbooks a name that is known. */
export function areaIn(cell: string, byName: boolean): { raw: string; name: string } | null {
  if (areaKey(cell)) return { raw: cell.trim(), name: '' };
  const both = /^(\d{2,12})[ \-–]{1,3}(\D.{0,100})$/.exec(cell.trim());
  if (both && areaKey(both[1] ?? '')) return { raw: both[1] ?? '', name: both[2] ?? '' };
  if (!byName) return null;
  const key = areaByName(cell);
  return key ? { raw: key, name: cell.trim() } : null;
}

/** Whether a line may be one of values: it has an area or a time in front and something that is no word behind. */
export function isValueLine(cells: readonly string[], byName: boolean, areaInTitle: boolean): boolean {
  const front = cells.slice(0, 3);
  const at = front.findIndex((cell) => areaIn(cell, byName));
  const timeAt = areaInTitle ? front.findIndex((cell) => periodOf(cell)) : -1;
  const from = Math.max(at, timeAt);
  if (from < 0) return false;
  return cells.slice(from + 1).some((cell) => cell !== '' && isValueLike(cell));
}

/** Whether a line names a Kreis or a municipality by key and name. */
export function isAreaLine(cells: readonly string[]): boolean {
  const at = cells.slice(0, 3).findIndex((cell) => /^(?:\d{5}|\d{8})$/.test(cell) && areaKey(cell) !== null);
  return at >= 0 && cells.length > 1 && cells.slice(0, 4).some((cell) => /\p{L}{3}/u.test(cell));
}

/** Whether an area stands in front of a line; a count of three or five digits behind a label only looks like its key. */
export function startsWithArea(cells: readonly string[], within: number): boolean {
  const front = /\p{L}/u.test(cells[0] ?? '') ? cells.slice(0, 1) : cells.slice(0, within);
  return front.some((cell) => areaIn(cell, true) !== null);
}

export function isValueLike(cell: string): boolean {
  return (
    cell === '' ||
    /^[-–—.…x/*•X]$|^\.{3}$/.test(cell) ||
    /^\(?[-−]?\d[\d.,' \u00A0]{0,20}\)? ?%?( ?[eprs])?$/.test(cell)
  );
}

/**
 * Finds the layout from the head and the first lines of values. Columns without a heading stand in front; where all
 * have one, it is what stands in the lines that decides.
 */
export function layoutOf(head: readonly Line[], lines: readonly Line[], byName: boolean): Layout {
  const width = byName
    ? Math.max(...[...head, ...lines].map(({ cells }) => trimmedLength(cells)))
    : Math.max(...head.map(({ cells }) => cells.length));
  const all = (column: number, fits: (cell: string) => boolean): boolean => {
    const cells = lines.map((it) => it.cells[column] ?? '').filter(Boolean);
    return cells.length > 0 && cells.every(fits);
  };
  const most = (column: number, fits: (cell: string) => boolean): boolean => {
    const cells = lines.map((it) => it.cells[column] ?? '').filter(Boolean);
    return cells.length > 0 && cells.filter(fits).length * 2 >= cells.length;
  };
  const unheaded = Math.min(...head.map(({ cells }) => firstFilled(cells)), FRONT);
  const front = unheaded > 0 && Number.isFinite(unheaded) ? unheaded : FRONT;
  const heading = (column: number): string => head.map(({ cells }) => cells[column] ?? '').join(' ');
  const isTime = (column: number): boolean =>
    all(column, (cell) => periodOf(cell) !== null) &&
    (heading(column).trim() === '' || TIME_WORDS.test(heading(column)));
  // A count of five digits looks like the key of a Kreis.
  const isCount = (column: number): boolean =>
    byName &&
    heading(column).trim() !== '' &&
    !AREA_WORDS.test(heading(column)) &&
    all(column, (cell) => /^\d+$/.test(cell)) &&
    ![column - 1, column + 1].some((beside) => all(beside, (cell) => /\p{L}/u.test(cell)) && !isTime(beside));
  let key = -1;
  const isKeys = (column: number): boolean =>
    (KEY_WORDS.test(heading(column)) && most(column, (cell) => areaKey(cell) !== null) && !isTime(column)) ||
    // The key of the very area whose name stands in the line.
    lines.some(
      ({ cells }) => areaKey(cells[column] ?? '') && areaIn(cells[key] ?? '', true)?.raw === cells[column],
    );
  const rankOf = (column: number): number => RANKS.findIndex((words) => words.test(heading(column)));
  let period = -1;
  for (let column = 0; column < front; column += 1) {
    if (period < 0 && isTime(column)) period = column;
    else if (key < 0 && most(column, (cell) => areaIn(cell, byName) !== null) && !isCount(column))
      key = column;
  }
  // "Land | Schlüssel | Kreis", "Land | Kreis": the names of the first are areas too, the finest are meant.
  if (byName && key >= 0 && !isKeys(key)) {
    const behind = Array.from(
      { length: Math.max(0, Math.min(front, width) - key - 1) },
      (_, at) => key + 1 + at,
    );
    const finer = behind.find(
      (column) => rankOf(key) >= 0 && rankOf(column) > rankOf(key) && most(column, isWords),
    );
    key = behind.find(isKeys) ?? finer ?? key;
  }
  let firstValue = front;
  if (front === FRONT) {
    firstValue = Math.max(key, period) + 1;
    // One word among numbers makes no column of labels; it is a slip that is named when the line is read.
    const isStub = (column: number): boolean =>
      !all(column, isValueLike) &&
      !lines.some(({ cells }) => isValueLike(cells[column] || '0') && (cells[column] ?? '').length > 2);
    while (firstValue < width && isStub(firstValue) && firstValue < FRONT) firstValue += 1;
  }
  const inOne = key >= 0 && lines.some(({ cells }) => areaIn(cells[key] ?? '', byName)?.name);
  const words = (column: number): boolean =>
    column >= 0 && column !== period && column < firstValue && most(column, isWords);
  const name = inOne ? key : words(key + 1) ? key + 1 : words(key - 1) ? key - 1 : -1;
  const stub = Array.from({ length: firstValue }, (_, at) => at).filter(
    (at) =>
      at !== key &&
      at !== period &&
      at !== name &&
      lines.some(({ cells }) => cells[at]) &&
      // The Land beside the Kreis says no more than the key.
      !(byName && (all(at, (cell) => areaIn(cell, true) !== null) || rankOf(at) === 0)),
  );
  for (const column of byName && key >= 0 ? stub : []) refuseKeysAsLabels(lines, column, heading(column));
  return { key, name, period, stub, firstValue, width };
}

/** @throws RefusedTable where a column of areas beside the one that was found holds keys too: some are swapped */
function refuseKeysAsLabels(lines: readonly Line[], column: number, heading: string): void {
  const at = lines.find(({ cells }) => KEY_WORDS.test(heading) || areaKey(cells[column] ?? '') !== null);
  if (!at || !/gebiet|gemeinde|kreis\b|region|schl(?:ü|ue)ssel|name/i.test(heading)) return;
  throw new RefusedTable(
    'no-area',
    `In Zeile ${at.line} steht unter „${heading.trim().slice(0, 60)}“ „${at.cells[column]}“ und nicht das, was dort hingehört: Sind Spalten vertauscht?`,
    at.line,
  );
}

/**
 * Whether a line repeats the head, as it does above a second table on the same sheet.
 * @throws RefusedTable where that table has another head: its values would go under the headings of the first
 */
export function isHeadAgain(
  { line, cells }: Line,
  { key, firstValue }: Layout,
  head: readonly Line[],
): boolean {
  const lead = cells[Math.max(key, 0)] ?? '';
  const like = head.filter((it) => lead !== '' && it.cells[Math.max(key, 0)] === lead);
  const hasValues = cells.slice(firstValue).some((cell) => cell !== '' && isValueLike(cell));
  if (like.length === 0 || hasValues) return false;
  if (like.some((it) => cells.every((cell, at) => cell === (it.cells[at] ?? '')))) return true;
  throw new RefusedTable(
    'second-head',
    `In Zeile ${line} beginnt eine zweite Tabelle mit einem anderen Kopf: Bitte legen Sie sie auf ein eigenes Blatt.`,
    line,
  );
}

function isWords(cell: string): boolean {
  return /\p{L}/u.test(cell);
}

function firstFilled(cells: readonly string[]): number {
  const at = cells.findIndex((cell) => cell !== '');
  return at < 0 ? Infinity : at;
}

function trimmedLength(cells: readonly string[]): number {
  let length = cells.length;
  while (length > 0 && cells[length - 1] === '') length -= 1;
  return length;
}
