import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type FileProblem, fileProblems } from '@runder-tisch/domain/imports';
import { processPath } from '../../processes/process-path';
import { residentBytes } from '../../processes/resident-bytes';
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
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${readerLimits.heapMegabytes}`,
      '--max-semi-space-size=2',
      '--no-warnings',
      processPath('table-reader'),
    ],
    {
      // No secrets of this process, and no flags of a debugger or test runner.
      env: { RT_READING: JSON.stringify(choice) },
      stdio: ['pipe', 'pipe', 'ignore'],
    },
  );
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('close', () => resolve());
  });
  const watch = watchOver(child.pid, () => child.kill('SIGKILL'));
  // Where the bytes come from may fail as well: half a file must not pass for a whole one.
  const source: { failed?: { error: unknown } } = {};
  const kill = (error: unknown): void => {
    source.failed = { error };
    child.kill('SIGKILL');
  };
  // Until it has them all the reader cannot say anything.
  watch.pause();
  // A child that died takes no more bytes; why it died is said below.
  const fed = pipeline(Readable.from(told(bytes, kill)), child.stdin)
    .catch(() => undefined)
    .finally(() => watch.heard());

  let head: TableHead | null = null;
  let rows = 0;
  let refused: string | null = null;
  let done = false;
  let batch: TableRow[] = [];
  try {
    for await (const line of createInterface({ input: child.stdout, crlfDelay: Infinity })) {
      watch.heard();
      const message = JSON.parse(line) as Message;
      if ('head' in message) head = message.head;
      else if ('refused' in message) refused = message.refused;
      else if ('done' in message) done = true;
      else {
        const [at, cells, formulas] = message.row;
        batch.push({ line: at, cells, formulas });
        rows += 1;
        if (batch.length >= 1000 && head) {
          watch.pause();
          await onRows(batch, head);
          watch.heard();
          batch = [];
        }
      }
    }
  } catch (error) {
    child.kill('SIGKILL');
    if (!watch.killed()) throw error;
  } finally {
    await Promise.all([ended, fed]);
    watch.stop();
  }
  if (source.failed) throw source.failed.error;
  if (refused !== null || !done || !head) throw refusalOf(refused, watch.peak());
  if (batch.length > 0) await onRows(batch, head);
  return { head, rows, peakBytes: watch.peak() };
}

async function* told(bytes: AsyncIterable<Buffer>, failed: (error: unknown) => void): AsyncGenerator<Buffer> {
  try {
    yield* bytes;
  } catch (error) {
    failed(error);
    throw error;
  }
}

function refusalOf(code: string | null, peakBytes: number): Unreadable {
  const known = code !== null && code in fileProblems ? (code as FileProblem) : 'file-needs-too-much';
  return Object.assign(new Unreadable(known), { peakBytes });
}

interface Watch {
  heard(): void;
  /** The database takes its time; the reader is not to blame. */
  pause(): void;
  killed(): boolean;
  peak(): number;
  stop(): void;
}

function watchOver(pid: number | undefined, kill: () => void): Watch {
  const EVERY = 40;
  let whole = 0;
  let silent = 0;
  let paused = false;
  let killed = false;
  let peak = 0;
  const look = async (): Promise<void> => {
    peak = Math.max(peak, await residentBytes(pid));
    if (!paused) {
      whole += EVERY;
      silent += EVERY;
    }
    if (
      peak > readerLimits.residentBytes ||
      whole > readerLimits.milliseconds ||
      silent > readerLimits.silentMilliseconds
    ) {
      killed = true;
      kill();
    }
  };
  const timer = setInterval(() => void look(), EVERY);
  return {
    heard: () => {
      silent = 0;
      paused = false;
    },
    pause: () => (paused = true),
    killed: () => killed,
    peak: () => peak,
    stop: () => clearInterval(timer),
  };
}
