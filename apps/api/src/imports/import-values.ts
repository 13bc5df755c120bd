import { createHash } from 'node:crypto';
import type { ImportRun } from './import-run';

export interface FileRow {
  line: number;
  cells: string[];
  formulas: number[];
}

/** The cells of a row by the field their column is assigned to. */
export function valuesOf(run: Pick<ImportRun, 'columns'>, row: FileRow): Record<string, string> {
  const values: Record<string, string> = {};
  run.columns.forEach((field, index) => {
    const cell = row.cells[index] ?? '';
    if (field && cell !== '') values[field] = cell;
  });
  return values;
}

/** One row makes at most one entry of a part. */
export function entryKey(line: number, part: string): string {
  return `${line}|${part}`;
}

/** By this the same record of a later list is known again. */
export function recordHash(record: Readonly<Record<string, string>>): string {
  const sorted = Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url');
}
