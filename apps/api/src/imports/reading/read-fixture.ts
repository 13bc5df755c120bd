import { Readable } from 'node:stream';
import type { ReadingChoice } from './table';
import { readTableFile } from './table-file';

const asFound: ReadingChoice = { sheet: null, encoding: null, separator: null };

/** A file read to its end, for specs. */
export async function readWhole(bytes: Buffer, choice: Partial<ReadingChoice> = {}) {
  const rows: { line: number; cells: string[]; formulas: number[] }[] = [];
  const summary = await readTableFile(
    Readable.from([bytes]),
    { ...asFound, ...choice },
    async (batch) => void rows.push(...batch),
  );
  return { ...summary, rows };
}
