import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const running = new Set<ChildProcess>();
const KEPT = 200_000;
const PATIENCE = 3_000;

const endWithParent = pathToFileURL(resolve('tools/test/end-with-parent.mjs')).href;

export interface Ended {
  code: number | null;
  words: string;
}

export interface RunOptions {
  env?: Record<string, string>;
  /** Straight to the terminal instead of being kept. */
  aloud?: boolean;
  /** After so many milliseconds it is ended and counts as failed. */
  limit: number;
}

/** Runs a program of this Node in the process group of the test command. */
export function runNode(args: readonly string[], options: RunOptions): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', endWithParent, ...args], {
    stdio: ['ignore', options.aloud ? 'inherit' : 'pipe', options.aloud ? 'inherit' : 'pipe'],
    env: { ...process.env, ...options.env },
  });
  running.add(child);
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (words = (words + chunk.toString('utf8')).slice(-KEPT)));
  }
  const timer = setTimeout(() => {
    words += `\nEnded after ${options.limit / 1000} s without a result.`;
    end(child);
  }, options.limit);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ code, words });
    });
  });
}

export function endAll(): void {
  for (const child of running) end(child);
}

function end(child: ChildProcess): void {
  child.kill('SIGTERM');
  setTimeout(() => child.exitCode === null && child.kill('SIGKILL'), PATIENCE).unref();
}
