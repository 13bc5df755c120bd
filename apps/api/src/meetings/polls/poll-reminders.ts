import { Injectable, type OnModuleInit } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { Jobs } from '../../jobs/jobs';
import { PollStepsService } from './poll-steps.service';

const MINUTE_MS = 60_000;

/** Reminds the silent of each poll once before its last day. */
@Injectable()
export class PollReminders implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly steps: PollStepsService,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(MINUTE_MS, 'polls.remind', () => this.run());
  }

  /** Each poll in its own transaction, under its lock: a second replica finds nothing left to do. */
  async run(): Promise<number> {
    const now = this.clock.now();
    const due = await this.database.rows<{ id: string }>(sql`
      select id from date_poll
      where state = 'OPEN' and reminded_at is null and remind_at <= ${now} and closes_at > ${now} order by remind_at, id`);
    let reminded = 0;
    for (const { id } of due) reminded += await this.steps.remindByItself(id);
    return reminded;
  }
}
