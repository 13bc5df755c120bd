import {
  IndicatorReader,
  type ReadingOptions,
  type ReadTable,
} from '@runder-tisch/domain/indicators/reading';
import { RefusedTable } from '@runder-tisch/domain/indicators/read-value';
import { fileProblems } from '@runder-tisch/domain/imports';
import { refusalOf } from '../../imports/reading/table-file';
import { runReading } from '../../processes/reading-process';
import { cellReadingLimits } from './cell-limits';

/** What the reading process says: a sheet, rows by the hundred, the end, or why there is none. */
export type CellMessage =
  { sheet: string } | { rows: [number, string[]][] } | { refused: string } | { done: true };

/**
 * Reads a file of the statistics: bytes to cells in a process of their own, cells to values here.
 * @throws RefusedTable with one German sentence, whatever the reason
 */
export async function readIndicatorFile(
  bytes: AsyncIterable<Buffer>,
  options: Omit<ReadingOptions, 'workbook'>,
  seen?: (rows: [number, string[]][]) => void,
): Promise<ReadTable> {
  let reader: IndicatorReader | null = null;
  let refused: string | null = null;
  let done = false;
  const { peakBytes } = await runReading<CellMessage>(
    bytes,
    { cells: true },
    cellReadingLimits,
    (message) => {
      if ('sheet' in message) {
        reader ??= new IndicatorReader({ ...options, workbook: true });
        reader.sheet(message.sheet);
      } else if ('refused' in message) refused = message.refused;
      else if ('done' in message) done = true;
      else {
        reader ??= new IndicatorReader({ ...options, workbook: false });
        seen?.(message.rows);
        for (const [line, cells] of message.rows) reader.row({ line, cells });
      }
      return undefined;
    },
  );
  if (refused !== null || !done || !reader) {
    const { code } = refusalOf(done ? 'file-empty' : refused, peakBytes);
    throw new RefusedTable(code, fileProblems[code].says);
  }
  return (reader as IndicatorReader).end();
}
