import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { fileProblems, sensitiveColumn } from '@runder-tisch/domain/imports';
import { visible } from '@runder-tisch/domain/text';
import { rowsIn } from '../database/rows';
import { problem } from '../problem/problem';
import type { ReadingChoice, TableHead, TableRow } from './reading/table';
import { type ReadSummary, readTableFile } from './reading/table-file';
import { Unreadable } from './reading/unreadable';

/** Stores the rows of a file, `beside` added to their lines; why it cannot be read is said in a sentence. */
export async function readRows(
  tx: EntityManager,
  id: string,
  bytes: AsyncIterable<Buffer>,
  choice: ReadingChoice,
  beside: number,
): Promise<ReadSummary> {
  try {
    return await readTableFile(bytes, choice, (batch, head) => keepRows(tx, id, batch, head, beside));
  } catch (error) {
    throw error instanceof Unreadable ? problem(fileProblems, error.code) : error;
  }
}

/**
 * Cells of protected columns are left out before anything is stored; so are those beside the headings of such a list,
 * which may have slipped out of one.
 */
async function keepRows(
  tx: EntityManager,
  id: string,
  rows: TableRow[],
  head: TableHead,
  beside: number,
): Promise<void> {
  const secret = head.headings.map((heading) => sensitiveColumn(heading) !== null);
  const isSecret = (index: number): boolean => secret[index] ?? secret.some(Boolean);
  const kept = rows.map((row) => ({
    line: row.line + beside,
    formulas: row.formulas,
    cells: row.cells.map((cell, index) => (isSecret(index) ? '' : cleaned(cell))),
  }));
  await rowsIn(
    tx,
    sql`insert into import_row (run_id, line, cells, formulas)
        select ${id}::uuid, line, cells, array(select jsonb_array_elements_text(formulas)::int)
        from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as it(line int, cells jsonb, formulas jsonb)`,
  );
}

/** Without control characters, which no field takes, nor signs that nobody sees. */
function cleaned(cell: string): string {
  return visible(cell.replace(/(?![\t\n])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, ''));
}
