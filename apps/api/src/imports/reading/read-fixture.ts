import { Readable } from 'node:stream';
import { readTableFile } from './table-file';

/** A file read to its end, for specs. */
export async function readWhole(bytes: Buffer, sheet: string | null = null) {
  const rows: { line: number; cells: string[]; formulas: number[] }[] = [];
  const summary = await readTableFile(
    Readable.from([bytes]),
    sheet,
    async (batch) => void rows.push(...batch),
  );
  return { ...summary, rows };
}
