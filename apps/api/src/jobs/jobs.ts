import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Sql } from 'sql-template-tag';
import { APP_OPTIONS, type AppOptions } from '../app-options';
import { log } from '../log';
import { JobRuns } from './job-runs';

interface Work {
  name: string;
  run: () => Promise<unknown>;
}
type Job = Work & { everyMs: number };
/** Work that lies in rows; `busy` while it is done. */
type WaitingWork = Work & { waits: (now: Date) => Sql; busy: boolean };

const LOOK_MS = 1000;

/**
 * What repeats by itself: sealing the audit, sending mail, sweeping what has expired. Each job takes
 * its own lock or lease in the database, so any number of replicas may run them.
 */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly running = new Set<Promise<unknown>>();
  private readonly waiting: WaitingWork[] = [];
  private stopped = false;

  constructor(
    @Inject(APP_OPTIONS) private readonly options: AppOptions,
    /** Missing only where the bench drives jobs by hand. */
    private readonly runs?: JobRuns,
  ) {}

  /** Runs again `everyMs` after the last run ended; a failure is logged and tried again. */
  every(everyMs: number, name: string, run: () => Promise<unknown>): void {
    if (this.options.background && this.options.worker !== 'this') this.schedule({ name, everyMs, run });
  }

  /** The same for work that needs memory or time: it belongs into the worker where there is one. */
  heavy(everyMs: number, name: string, run: () => Promise<unknown>): void {
    if (this.options.background && this.options.worker !== 'beside') this.schedule({ name, everyMs, run });
  }

  /**
   * Heavy work that lies in rows until the worker takes it. Whether any of it waits is one question each second for all
   * kinds together: an instance in which nobody does anything is to cost next to nothing.
   * @param waits a condition that needs no other table beside it
   */
  whenWaiting(name: string, waits: (now: Date) => Sql, run: () => Promise<unknown>): void {
    if (this.waiting.length === 0) this.heavy(LOOK_MS, 'waiting-work', () => this.look());
    this.waiting.push({ name, waits, run, busy: false });
  }

  private async look(): Promise<void> {
    const free = this.waiting.filter((work) => !work.busy);
    const due = (await this.runs?.waiting(free.map(({ waits }) => waits))) ?? [];
    for (const [at, work] of free.entries()) {
      if (!due[at]) await this.runs?.succeeded(work.name);
      else if (!this.stopped) {
        work.busy = true;
        void this.perform(work).finally(() => (work.busy = false));
      }
    }
  }

  private schedule(job: Job): void {
    if (this.stopped) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      void this.perform(job).finally(() => this.schedule(job));
    }, job.everyMs);
    timer.unref();
    this.timers.add(timer);
  }

  private perform({ name, run }: Work): Promise<void> {
    const done = run()
      .then(
        () => this.runs?.succeeded(name),
        (error: unknown) => {
          log.error({ err: error, job: name }, 'job failed');
          return this.runs?.failed(name, error);
        },
      )
      .catch((error: unknown) => log.error({ err: error, job: name }, 'job not written down'))
      .finally(() => this.running.delete(done));
    this.running.add(done);
    return done;
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.timers.forEach((timer) => clearTimeout(timer));
    await Promise.allSettled(this.running);
  }
}
