import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { APP_OPTIONS, type AppOptions } from '../app-options';
import { log } from '../log';
import { JobRuns } from './job-runs';

interface Job {
  name: string;
  everyMs: number;
  run: () => Promise<unknown>;
}

/**
 * What repeats by itself: sealing the audit, sending mail, sweeping what has expired. Each job takes
 * its own lock or lease in the database, so any number of replicas may run them.
 */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly running = new Set<Promise<unknown>>();
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

  private schedule(job: Job): void {
    if (this.stopped) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      const run = job
        .run()
        .then(
          () => this.runs?.succeeded(job.name),
          (error: unknown) => {
            log.error({ err: error, job: job.name }, 'job failed');
            return this.runs?.failed(job.name, error);
          },
        )
        .catch((error: unknown) => log.error({ err: error, job: job.name }, 'job not written down'))
        .finally(() => {
          this.running.delete(run);
          this.schedule(job);
        });
      this.running.add(run);
    }, job.everyMs);
    timer.unref();
    this.timers.add(timer);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.timers.forEach((timer) => clearTimeout(timer));
    await Promise.allSettled(this.running);
  }
}
