import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type AppOptions, APP_OPTIONS } from '../app-options';
import { log } from '../log';
import { processPath } from './process-path';

const SECOND = 1000;
const HEAP_MEGABYTES = 768;
const YOUNG_MEGABYTES = 8;
/** A worker that lived so long was not ill when it began. */
const HEALTHY_MS = 60 * SECOND;
const LONGEST_PAUSE_MS = 60 * SECOND;
/** What it has not finished by then is taken over when its lease ends. */
const PATIENCE_MS = 5 * SECOND;

/**
 * Runs `worker.ts` beside the API, with a heap of its own, and starts it again when it ends, each time
 * after a longer pause. Its crash ends nothing but its own work.
 */
@Injectable()
export class WorkerProcess implements OnApplicationShutdown {
  private child: ChildProcess | null = null;
  private restart: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(@Inject(APP_OPTIONS) private readonly options: AppOptions) {}

  /** Process number of the worker that runs now. */
  get pid(): number | null {
    return this.child?.pid ?? null;
  }

  start(pause = SECOND): void {
    if (this.options.worker !== 'beside' || this.stopped) return;
    const began = performance.now();
    const child = (this.child = fork(processPath('worker'), {
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        // It changes no tables and sends no mail.
        DATABASE_OWNER_URL: undefined,
        SMTP_URL: undefined,
        IMAP_URL: this.options.imapUrl ?? undefined,
        DATABASE_URL: this.options.databaseUrl,
        PUBLIC_URL: this.options.publicUrl,
        PORT: '0',
        LOG_LEVEL: log.level,
      },
      execArgv: [
        `--max-old-space-size=${HEAP_MEGABYTES}`,
        // Left to itself Node lets the heap grow to three times what is in use before it looks.
        '--heap-growing-percent=50',
        // And lets what is soon forgotten take fifty megabytes more than the tables and lists read here need.
        `--max-semi-space-size=${YOUNG_MEGABYTES}`,
        '--enable-source-maps',
        '--no-warnings',
      ],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    }));
    const ended = (error: Error | null, code?: number | null, signal?: string | null): void => {
      if (this.child !== child) return;
      this.child = null;
      if (this.stopped) return;
      log.error({ ...(error ? { err: error } : {}), code, signal }, 'worker ended');
      const lived = performance.now() - began;
      const next = lived > HEALTHY_MS ? SECOND : Math.min(pause * 2, LONGEST_PAUSE_MS);
      this.restart = setTimeout(() => this.start(next), lived > HEALTHY_MS ? SECOND : pause);
      this.restart.unref();
    };
    child.on('error', (error) => child.pid === undefined && ended(error));
    child.once('exit', (code, signal) => ended(null, code, signal));
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.restart) clearTimeout(this.restart);
    const { child } = this;
    if (!child?.pid) return;
    const ended = once(child, 'exit');
    const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    child.kill('SIGTERM');
    await ended;
    clearTimeout(late);
  }
}
