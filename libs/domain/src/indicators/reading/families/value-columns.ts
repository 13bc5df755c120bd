import { periodOf } from '../cells/periods';
import type { Line } from '../family';
import { listed, type Notices } from '../notices';
import type { Layout } from './layout';

/** A column of values, and that of their signs of quality or -1. */
export interface ValueColumn {
  value: number;
  quality: number;
}

/** Beside the values of two times stands what changed between them; it is no value of a time. */
const CHANGE = /veränder|differenz|abweich/i;

/** Which columns hold values; in workbooks those with changes beside times are left out and named. */
export function valueColumns(
  head: readonly Line[],
  lines: readonly Line[],
  layout: Layout,
  workbook: boolean,
): { columns: ValueColumn[]; workedOut: string[] } {
  const { firstValue, width } = layout;
  const all = Array.from({ length: width - firstValue }, (_, at) => firstValue + at);
  const heading = (column: number): string =>
    [...new Set(head.map(({ cells }) => cells[column] ?? '').filter(Boolean))].join(' ');
  const inTimes = workbook && all.some((column) => head.some(({ cells }) => periodOf(cells[column] ?? '')));
  const changes = inTimes ? all.filter((column) => CHANGE.test(heading(column))) : [];
  const qualities = qualityColumns(head, lines, layout);
  return {
    columns: all
      .filter((column) => !qualities.has(column) && !changes.includes(column))
      .map((value) => ({ value, quality: qualities.has(value + 1) ? value + 1 : -1 })),
    workedOut: changes.map(heading),
  };
}

export function noteWorkedOut(notices: Notices, headings: readonly string[], line: number | null): void {
  if (headings.length === 0) return;
  notices.add(
    'note',
    'columns-worked-out',
    `Spalten mit Veränderungen und Anteilen werden nicht übernommen: ${listed([...new Set(headings)].map((it) => `„${it}“`))}.`,
    line,
  );
}

/** Columns that hold nothing but signs of quality, each for the values to its left. */
function qualityColumns(
  head: readonly Line[],
  lines: readonly Line[],
  { firstValue, width }: Layout,
): Set<number> {
  const found = new Set<number>();
  for (let column = firstValue + 1; column < width; column += 1) {
    const cells = lines.map((it) => it.cells[column] ?? '').filter(Boolean);
    const repeats = head.every(({ cells: heads }) => !heads[column] || heads[column] === heads[column - 1]);
    if (repeats && cells.length > 0 && cells.every((cell) => isQuality(cell)) && !found.has(column - 1))
      found.add(column);
  }
  return found;
}

export function isQuality(cell: string): boolean {
  return /^(?:[eprs]|\(\))$/.test(cell);
}
