import { type FileProblem, fileProblems } from '@runder-tisch/domain/imports';
import { runReading } from '../../processes/reading-process';
import { Turns } from '../../processes/turns';
import { readerLimits } from './reading-limits';
import type { ReadingChoice, TableHead, TableRow } from './table';
import { Unreadable } from './unreadable';

type Message =
  { head: TableHead } | { row: [number, string[], number[]] } | { refused: string } | { done: true };

export interface ReadSummary {
  head: TableHead;
  rows: number;
  /** Most memory the child process ever held, in bytes; 0 where the system does not tell. */
  peakBytes: number;
}

/**
 * One file after the other is opened, in a second or two each, so that many uploads cannot take the machine's memory.
 * Whoever reads into the database takes a turn first: a transaction that only waits would keep a connection from
 * everybody.
 */
export const readingTurns = new Turns(1);

/**
 * Opens an upload in a process of its own and hands its rows on as they come. Refuses with `Unreadable`; the
 * process is killed when it holds too much memory, takes too long, or says nothing for seconds.
 */
export async function readTableFile(
  bytes: AsyncIterable<Buffer>,
  choice: ReadingChoice,
  onRows: (rows: TableRow[], head: TableHead) => Promise<void>,
): Promise<ReadSummary> {
  let head: TableHead | null = null;
  let rows = 0;
  let refused: string | null = null;
  let done = false;
  let batch: TableRow[] = [];
  const { peakBytes } = await runReading<Message>(bytes, choice, readerLimits, (message) => {
    if ('head' in message) head = message.head;
    else if ('refused' in message) refused = message.refused;
    else if ('done' in message) done = true;
    else {
      const [at, cells, formulas] = message.row;
      batch.push({ line: at, cells, formulas });
      rows += 1;
      if (batch.length < 1000 || !head) return;
      const full = batch;
      batch = [];
      return onRows(full, head);
    }
    return;
  });
  if (refused !== null || !done || !head) throw refusalOf(refused, peakBytes);
  if (batch.length > 0) await onRows(batch, head);
  return { head, rows, peakBytes };
}

/** Why a reading process gave up; where it could not say so, it took too much. */
export function refusalOf(code: string | null, peakBytes: number): Unreadable {
  const known = code !== null && code in fileProblems ? (code as FileProblem) : 'file-needs-too-much';
  return Object.assign(new Unreadable(known), { peakBytes });
}
