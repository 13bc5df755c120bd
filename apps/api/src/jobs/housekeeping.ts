import { Injectable, type OnModuleInit } from '@nestjs/common';
import sql from 'sql-template-tag';
import { DEVICE_DAYS } from '../access/known-devices';
import { AuditChain } from '../audit/audit-chain';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { Jobs } from './jobs';

const SECOND = 1000;
export const WORKER_JOB = 'worker';
const HOUR = 3_600 * SECOND;

@Injectable()
export class Housekeeping implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly auditChain: AuditChain,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(SECOND, 'audit.seal', () => this.auditChain.seal());
    this.jobs.every(HOUR, 'sweep', () => this.sweep());
    // Its success is the sign of life of the worker, whatever else it is busy with.
    this.jobs.heavy(20 * SECOND, WORKER_JOB, () => Promise.resolve());
  }

  /** What has expired says nothing any more. */
  async sweep(): Promise<void> {
    const now = this.clock.now();
    await this.database.rows(sql`delete from session where expires_at < ${now}`);
    await this.database.rows(
      sql`delete from mail_link where expires_at < ${now}::timestamptz - interval '30 days'`,
    );
    await this.database.rows(
      sql`delete from idempotency_key where created_at < ${now}::timestamptz - interval '1 day'`,
    );
    await this.database.rows(
      sql`delete from known_device where seen_at < ${now}::timestamptz - make_interval(days => ${DEVICE_DAYS}::int)`,
    );
    await this.database.rows(
      sql`delete from rate_limit where window_start < ${now}::timestamptz - interval '1 day'`,
    );
  }
}
