import { Injectable } from '@nestjs/common';
import sql, { join, type Sql } from 'sql-template-tag';
import { Clock } from '../clock';
import { Database } from '../database/database';

/** A job that runs each second is written down once a minute. */
const REST = 60_000;
const LONGEST_ERROR = 500;

/** Keeps how each job went last, so that the administration sees a failure without reading a log. */
@Injectable()
export class JobRuns {
  private readonly written = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Which of these conditions hold now, in one statement. */
  async waiting(conditions: readonly ((now: Date) => Sql)[]): Promise<boolean[]> {
    if (conditions.length === 0) return [];
    const now = this.clock.now();
    const found = await this.database.one<{ waiting: boolean[] }>(sql`
      select array[${join(conditions.map((waits) => waits(now)))}] as waiting`);
    return found?.waiting ?? [];
  }

  async succeeded(name: string): Promise<void> {
    const now = this.clock.now();
    if (now.getTime() - (this.written.get(name) ?? 0) < REST) return;
    this.written.set(name, now.getTime());
    await this.database.rows(sql`
      insert into job_run (name, succeeded_at) values (${name}, ${now})
      on conflict (name) do update set succeeded_at = excluded.succeeded_at`);
  }

  /** The next success is written at once: it ends the warning. */
  async failed(name: string, error: unknown): Promise<void> {
    this.written.delete(name);
    const words = (error instanceof Error ? error.message : String(error)).slice(0, LONGEST_ERROR);
    await this.database.rows(sql`
      insert into job_run (name, failed_at, error) values (${name}, ${this.clock.now()}, ${words})
      on conflict (name) do update set failed_at = excluded.failed_at, error = excluded.error`);
  }
}
