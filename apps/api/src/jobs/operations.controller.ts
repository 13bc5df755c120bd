import { Controller, Get, Inject } from '@nestjs/common';
import sql from 'sql-template-tag';
import {
  BACKUP_WARN_DAYS,
  type OperationsView,
  PDF_ATTEMPTS,
  WORKER_SILENT_SECONDS,
} from '@runder-tisch/domain/operations';
import product from '../../../../package.json';
import { Access } from '../access/access';
import { APP_OPTIONS, type AppOptions } from '../app-options';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { WORKER_JOB } from './housekeeping';

const DAY = 86_400_000;
const QUIET_DAYS = 183;

type Facts = Pick<OperationsView, 'backupAt' | 'failedJobs' | 'pdfsSetAside' | 'quietAccounts'> & {
  waiting: number;
  refused: number;
  oldest: string | null;
  late: boolean;
  seenAt: string | null;
  silent: boolean;
};

/** Mail, backup, jobs and accounts at a glance, on the start page of the administration. */
@Controller('api/operations')
export class OperationsController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(APP_OPTIONS) private readonly options: AppOptions,
  ) {}

  @Get()
  @Access('settings:change')
  async view(): Promise<OperationsView> {
    const now = this.clock.now();
    const before = (days: number): Date => new Date(now.getTime() - days * DAY);
    const { waiting, refused, oldest, late, seenAt, silent, ...facts } = await this.database.found<Facts>(sql`
      select (select count(*)::int from outbox_message where state in ('QUEUED', 'SENDING') and not_before <= ${now}) as waiting,
             (select min(not_before) from outbox_message where state in ('QUEUED', 'SENDING') and not_before <= ${now}) as oldest,
             (select count(*)::int from outbox_message where state = 'REFUSED' and settled_at > ${before(30)}) as refused,
             (select max(made_at) from backup_run) as "backupAt",
             coalesce((select max(made_at) from backup_run) < ${before(BACKUP_WARN_DAYS)}, true) as late,
             coalesce((select json_agg(json_build_object('name', name, 'failedAt', failed_at, 'error', error) order by name)
               from job_run where failed_at > coalesce(succeeded_at, '-infinity')), '[]') as "failedJobs",
             (select succeeded_at from job_run where name = ${WORKER_JOB}) as "seenAt",
             coalesce((select succeeded_at from job_run where name = ${WORKER_JOB}) < ${new Date(now.getTime() - WORKER_SILENT_SECONDS * 1000)}, true) as silent,
             (select count(*)::int from pdf_work where attempts >= ${PDF_ATTEMPTS} and lease is null) as "pdfsSetAside",
             (select count(*)::int from account where disabled_at is null and created_at < ${before(QUIET_DAYS)} and not exists (
                select 1 from session where session.account_id = account.id and session.seen_at > ${before(QUIET_DAYS)})) as "quietAccounts"`);
    return {
      ...facts,
      version: product.version,
      mails: { server: this.options.smtpUrl !== null, waiting, refused, oldest },
      backupLate: late,
      // Just started, it had no time to give one.
      worker:
        this.options.worker === 'beside'
          ? { seenAt, silent: silent && process.uptime() > WORKER_SILENT_SECONDS }
          : null,
      runningFor: Math.floor(process.uptime()),
    };
  }
}
