import { type ReadValue, RefusedTable } from '../read-value';
import type { DashAnswers } from './checks/dash-answers';
import { tableMapping } from './families/mapping';
import { IndicatorReader, type ReadTable } from './indicator-reader';

export interface WholeTable extends ReadTable {
  all: ReadValue[];
  /** The value in a cell of the file. */
  at(line: number, column: number): ReadValue | undefined;
  says: string[];
}

const TODAY = '2026-11-30';

/** A text table read to its end, for specs; a quoted cell may hold breaks. */
export function readText(text: string, mapping: unknown = null, dashes: DashAnswers = {}): WholeTable {
  const reader = new IndicatorReader({
    mapping: mapping === null ? null : tableMapping(mapping),
    workbook: false,
    today: TODAY,
    dashes,
  });
  for (const row of rowsOf(text)) reader.row(row);
  return whole(reader.end());
}

/** The sheets of a workbook, merged cells already filled. */
export function readSheets(
  sheets: Readonly<Record<string, readonly (readonly string[])[]>>,
  mapping: unknown = null,
  fileName = '',
): WholeTable {
  const reader = new IndicatorReader({
    mapping: mapping === null ? null : tableMapping(mapping),
    workbook: true,
    today: TODAY,
    fileName,
  });
  for (const [name, rows] of Object.entries(sheets)) {
    reader.sheet(name);
    rows.forEach((cells, at) => reader.row({ line: at + 1, cells }));
  }
  return whole(reader.end());
}

/** The sentence with which a table is refused. */
export function refusalOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof RefusedTable) return error.says;
    throw error;
  }
  return 'gelesen';
}

/**
 * Each value in one line: "15082 2015 Einkommen · Art=netto (EUR×1000): 7 !REVISED". Of unit, factor and flag only what is not
 * a plain count is said; a sign stands where there is no number.
 */
export function linesOf({ all }: WholeTable): string[] {
  return all.map((it) => {
    const labels = Object.entries(it.dimensions).map(([name, label]) => ` · ${name}=${label}`);
    const factor = it.factor === 1 ? '' : `×${it.factor}`;
    const unit = it.unit === 'Anzahl' && factor === '' ? '' : ` (${it.unit}${factor})`;
    const flag = it.flag === 'OK' ? '' : ` !${it.flag}`;
    return `${it.area} ${it.period} ${it.measure}${labels.join('')}${unit}: ${it.value ?? `„${it.marker}“`}${flag}`;
  });
}

function whole(table: ReadTable): WholeTable {
  const all = [...table.values()];
  return {
    ...table,
    all,
    at: (line, column) => all.find((it) => it.line === line && it.column === column),
    says: table.notices.map(({ says }) => says),
  };
}

function rowsOf(text: string): { line: number; cells: string[] }[] {
  const rows: { line: number; cells: string[] }[] = [];
  let [cells, cell, quoted, line, start]: [string[], string, boolean, number, number] = [[], '', false, 1, 1];
  const close = (): void => {
    rows.push({ line: start, cells: [...cells, cell.trim()] });
    [cells, cell] = [[], ''];
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (sign === '\n') line += 1;
    if (sign === '"' && quoted && text[at + 1] === '"') cell += text[(at += 1)] ?? '';
    else if (sign === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (quoted || (sign !== ';' && sign !== '\n')) cell += sign;
    else if (sign === ';') {
      cells.push(cell.trim());
      cell = '';
    } else {
      close();
      start = line;
    }
  }
  if (cell !== '' || cells.length > 0) close();
  return rows;
}
