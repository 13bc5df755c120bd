import { StreamableFile } from '@nestjs/common';

type Cell = string | number | boolean | null | undefined;

/** Excel opens it with umlauts and columns: UTF-8 with BOM, semicolons, CRLF. Formulas are defused. */
export function csv(head: readonly string[], rows: readonly (readonly Cell[])[]): StreamableFile {
  const text = [head, ...rows].map((row) => row.map(cell).join(';')).join('\r\n');
  return new StreamableFile(Buffer.from(`\uFEFF${text}\r\n`, 'utf8'), { type: 'text/csv; charset=utf-8' });
}

/** A cell of our own list as it was before it was written: without the apostrophe that defused it. */
export function undefused(cell: string): string {
  return cell.replace(/(^|[\n\r])'(?=[^\S\n\r]*[=+\-@\t\r＝＋－＠])/g, '$1');
}

function cell(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  // Spreadsheets run what begins with these signs, full-width ones and each line of a cell included.
  const defused = value.replace(/(^|[\n\r])([^\S\n\r]*[=+\-@\t\r＝＋－＠])/g, "$1'$2");
  return /[";\r\n]/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
}
