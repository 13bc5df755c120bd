import { Injectable, type OnModuleInit } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { Jobs } from '../../jobs/jobs';
import { PrioritisationsService } from './prioritisations.service';

const MINUTE_MS = 60_000;

/** Freezes what has reached its end. Points are refused from that very moment on, whenever this runs. */
@Injectable()
export class PrioritisationClosing implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly service: PrioritisationsService,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(MINUTE_MS, 'prioritisations.close', () => this.run());
  }

  /** Each in its own transaction, under its lock: a second replica finds nothing left to do. */
  async run(): Promise<number> {
    const due = await this.database.rows<{ id: string }>(sql`
      select id from prioritisation where state = 'OPEN' and closes_at <= ${this.clock.now()} order by closes_at, id`);
    let closed = 0;
    for (const { id } of due) if (await this.service.closeByItself(id)) closed += 1;
    return closed;
  }
}
