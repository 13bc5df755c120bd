import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { processPath } from './process-path';
import { residentBytes } from './resident-bytes';

export interface ReadingLimits {
  heapMegabytes: number;
  /** Room for what is soon forgotten; too little of it and most time goes into clearing up. */
  youngMegabytes: number;
  residentBytes: number;
  milliseconds: number;
  silentMilliseconds: number;
}

export interface ReadingRun {
  /** Whether the process was ended because it took too much. */
  killed: boolean;
  /** Most memory it ever held, in bytes; 0 where the system does not tell. */
  peakBytes: number;
}

/**
 * Opens a file in a process of its own and hands on what it says, line by line. The process is killed when it holds
 * too much memory, takes too long, or says nothing for seconds; while `take` works the clock stands still.
 */
export async function runReading<Message>(
  bytes: AsyncIterable<Buffer>,
  reading: object,
  limits: ReadingLimits,
  take: (message: Message) => Promise<void> | undefined,
): Promise<ReadingRun> {
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${limits.heapMegabytes}`,
      `--max-semi-space-size=${limits.youngMegabytes}`,
      '--no-warnings',
      processPath('table-reader'),
    ],
    {
      // No secrets of this process, and no flags of a debugger or test runner.
      env: { RT_READING: JSON.stringify(reading) },
      stdio: ['pipe', 'pipe', 'ignore'],
    },
  );
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('close', () => resolve());
  });
  const watch = watchOver(child.pid, limits, () => child.kill('SIGKILL'));
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
  try {
    for await (const line of createInterface({ input: child.stdout, crlfDelay: Infinity })) {
      watch.heard();
      const message = wholeOf<Message>(line);
      if (!message) break;
      const working = take(message);
      if (!working) continue;
      watch.pause();
      await working;
      watch.heard();
    }
  } catch (error) {
    child.kill('SIGKILL');
    if (!watch.killed()) throw error;
  } finally {
    await Promise.all([ended, fed]);
    watch.stop();
  }
  if (source.failed) throw source.failed.error;
  return { killed: watch.killed(), peakBytes: watch.peak() };
}

/** Whoever is killed leaves half a line behind, and nothing comes after it. */
function wholeOf<Message>(line: string): Message | null {
  try {
    return JSON.parse(line) as Message;
  } catch {
    return null;
  }
}

/** Tells failures of where the bytes come from; that the reader died is thrown in here as well and is none of them. */
async function* told(bytes: AsyncIterable<Buffer>, failed: (error: unknown) => void): AsyncGenerator<Buffer> {
  const source = bytes[Symbol.asyncIterator]();
  const next = (): Promise<IteratorResult<Buffer>> =>
    source.next().catch((error: unknown) => {
      failed(error);
      throw error;
    });
  try {
    for (let part = await next(); !part.done; part = await next()) yield part.value;
  } finally {
    await source.return?.();
  }
}

interface Watch {
  heard(): void;
  /** The database takes its time; the reader is not to blame. */
  pause(): void;
  killed(): boolean;
  peak(): number;
  stop(): void;
}

function watchOver(pid: number | undefined, limits: ReadingLimits, kill: () => void): Watch {
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
    if (peak > limits.residentBytes || whole > limits.milliseconds || silent > limits.silentMilliseconds) {
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
