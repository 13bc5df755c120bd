import { importLimits, unnamedColumn } from '@runder-tisch/domain/imports';
import { undefused } from '../../files/csv';
import type { TableHead, TableRow, TableSink } from './table';
import { Unreadable } from './unreadable';

/** Title lines above the headings are few. */
const LOOKED_AT = 20;

/**
 * Finds the line with the headings: the first that fills nearly as many columns as any of the first lines, so
 * that a title or a date above them is passed over. Rows behind it go on; empty ones do not.
 */
export class HeadFinder {
  private waiting: TableRow[] | null = [];
  private columns = 0;
  private rows = 0;

  constructor(
    private readonly sink: TableSink,
    private readonly about: Omit<TableHead, 'headings' | 'line'>,
  ) {}

  async take(row: TableRow): Promise<void> {
    if (row.line > importLimits.rows + LOOKED_AT) throw new Unreadable('file-too-many-rows');
    if (row.cells.length > importLimits.columns) throw new Unreadable('file-too-many-columns');
    if (row.cells.some((cell) => cell.length > importLimits.cellCharacters))
      throw new Unreadable('file-cell-too-long');
    // What stood in place of this sign is lost; nothing of it may become a name.
    if (row.cells.some((cell) => cell.includes('\uFFFD'))) throw new Unreadable('file-letters-lost');
    if (row.cells.every((cell) => cell === '')) return;
    if (!this.waiting) return this.give(row);
    this.waiting.push(row);
    if (this.waiting.length >= LOOKED_AT) await this.decide();
  }

  async end(): Promise<void> {
    if (this.waiting) await this.decide();
    if (this.rows === 0) throw new Unreadable('file-without-rows');
  }

  private async decide(): Promise<void> {
    const rows = this.waiting ?? [];
    this.waiting = null;
    const widest = Math.max(0, ...rows.map(filled));
    const at = rows.findIndex((row) => filled(row) >= widest * 0.6);
    const head = rows[at];
    if (!head) throw new Unreadable('file-empty');
    this.columns = Math.max(...rows.slice(at).map((row) => row.cells.length));
    const headings = Array.from(
      { length: this.columns },
      (_, index) => head.cells[index]?.replace(/\s+/g, ' ') || unnamedColumn(index),
    );
    const above = rows.slice(0, at).flatMap(({ cells }) => cells.filter((cell) => cell !== ''));
    await this.sink.head({ ...this.about, headings, line: head.line, ...(above.length > 0 && { above }) });
    for (const row of rows.slice(at + 1)) await this.give(row);
  }

  /** Every row at least as long as the headings: cells that are missing are empty, those beyond have no heading. */
  private async give(row: TableRow): Promise<void> {
    this.rows += 1;
    if (this.rows > importLimits.rows) throw new Unreadable('file-too-many-rows');
    const length = Math.max(this.columns, row.cells.length);
    const cells = Array.from({ length }, (_, index) => undefused(row.cells[index] ?? ''));
    await this.sink.row({ line: row.line, cells, formulas: row.formulas });
  }
}

function filled(row: TableRow): number {
  return row.cells.filter((cell) => cell !== '').length;
}
