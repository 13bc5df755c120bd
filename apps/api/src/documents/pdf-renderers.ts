import { type ChildProcess, fork } from 'node:child_process';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { DocumentContent } from '@runder-tisch/domain/documents';
import { processPath } from '../processes/process-path';
import { residentBytes } from '../processes/resident-bytes';
import { Turns } from '../processes/turns';
import type { PdfOptions } from './pdf-options';

export interface RenderOrder {
  content: DocumentContent;
  options: PdfOptions;
}

export type RenderAnswer = { bytes: Uint8Array } | { failed: string };

/** A table of 1,000 rows takes two seconds and 270 MB, one of 2,800 rows all that is allowed. */
export const rendererLimits = {
  atOnce: 2,
  heapMegabytes: 256,
  residentBytes: 512 * 1024 * 1024,
  milliseconds: 20_000,
  idleMilliseconds: 60_000,
} as const;

const LOOK_EVERY = 50;

/** Draws PDFs in small processes that are kept warm for a while; one that takes too much is killed, and only it. */
@Injectable()
export class PdfRenderers implements OnApplicationShutdown {
  private readonly turns = new Turns(rendererLimits.atOnce);
  private readonly resting = new Map<ChildProcess, NodeJS.Timeout>();
  private readonly children = new Set<ChildProcess>();

  render(order: RenderOrder): Promise<Buffer> {
    return this.turns.take(async () => {
      const child = this.rested() ?? this.started();
      try {
        const bytes = await drawn(child, order);
        // Memory that a large document took stays with its process: the next one must not be killed for it.
        if ((await residentBytes(child.pid)) > rendererLimits.residentBytes / 2) child.kill();
        else this.rest(child);
        return bytes;
      } catch (error) {
        child.kill('SIGKILL');
        throw error;
      }
    });
  }

  onApplicationShutdown(): void {
    for (const child of this.children) child.kill('SIGKILL');
  }

  private started(): ChildProcess {
    const child = fork(processPath('pdf-renderer'), {
      // No secrets of this process, and no flags of a debugger or test runner.
      env: {},
      execArgv: [`--max-old-space-size=${rendererLimits.heapMegabytes}`, '--no-warnings'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.children.add(child);
    // Whoever waits for it hears the error as well; without anybody it must not end this process.
    child.on('error', () => undefined);
    child.once('exit', () => {
      this.children.delete(child);
      clearTimeout(this.resting.get(child));
      this.resting.delete(child);
    });
    return child;
  }

  private rested(): ChildProcess | undefined {
    for (const [child, timer] of this.resting) {
      clearTimeout(timer);
      this.resting.delete(child);
      if (child.connected) return child;
    }
    return undefined;
  }

  private rest(child: ChildProcess): void {
    if (!child.connected) return;
    const timer = setTimeout(() => child.kill(), rendererLimits.idleMilliseconds);
    // A process that only rests keeps nobody from ending.
    timer.unref();
    child.unref();
    child.channel?.unref();
    this.resting.set(child, timer);
  }
}

function drawn(child: ChildProcess, order: RenderOrder): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    child.ref();
    child.channel?.ref();
    let passed = 0;
    const watch = setInterval(() => {
      passed += LOOK_EVERY;
      if (passed > rendererLimits.milliseconds) fail('it took too long');
      void residentBytes(child.pid).then(
        (bytes) => bytes > rendererLimits.residentBytes && fail('it took too much memory'),
      );
    }, LOOK_EVERY);
    const settle = (): void => {
      clearInterval(watch);
      child.removeAllListeners('message');
      child.off('exit', died).off('error', failed);
    };
    const fail = (why: string): void => {
      settle();
      reject(new Error(`The PDF was not drawn: ${why}.`));
    };
    const died = (code: number | null, signal: string | null): void =>
      fail(`its process ended (${signal ?? code})`);
    const failed = (error: Error): void => fail(error.message);
    child.once('exit', died);
    child.once('error', failed);
    child.on('message', (answer: RenderAnswer) => {
      if ('failed' in answer) return fail(answer.failed);
      settle();
      resolve(Buffer.from(answer.bytes));
    });
    child.send(order, (error) => error && fail(error.message));
  });
}
