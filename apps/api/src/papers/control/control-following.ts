import { Injectable, type OnModuleInit } from '@nestjs/common';
import sql from 'sql-template-tag';
import { berlinDay } from '@runder-tisch/domain/time';
import { systemViewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { Jobs } from '../../jobs/jobs';
import { statusSql } from '../../measures/measure-status-sql';
import { carriesOut, measureIdsOf } from './control-sql';
import { ControlsService } from './controls.service';

const MINUTE_MS = 60_000;

/**
 * Takes over what measures say into the controls that follow them. As a report with its day, because the paper of a past
 * session is to read as then, and because a measure gets late by nothing but a day that passes.
 */
@Injectable()
export class ControlFollowing implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly service: ControlsService,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(MINUTE_MS, 'controls.follow', () => this.run());
  }

  /** Those whose word may have changed, each in its own transaction: a delay always, because its reason may have. */
  async run(): Promise<number> {
    const status = statusSql(berlinDay(this.clock.now()));
    const due = await this.database.rows<{ id: string }>(sql`
      select control.id from resolution_control control
        join control_report report on report.id = control.current_report_id and report.follows and report.state in ('OPEN', 'IN_PROGRESS', 'DELAYED')
        join paper_consultation consultation on consultation.id = control.consultation_id
        cross join lateral (
          select case when bool_and(status = 'DONE') then 'DONE' when bool_or(status in ('LATE', 'ON_HOLD', 'ENDED')) then 'DELAYED'
                   when bool_and(status in ('UNDECIDED', 'NOT_STARTED')) then 'OPEN' else 'IN_PROGRESS' end as state, count(*) as amount
          from (select ${status} as status from measure it
                where it.id in (${measureIdsOf('control.id', 'consultation.paper_id')}) and ${carriesOut}) measured) told
      where told.amount > 0 and (told.state <> report.state or told.state = 'DELAYED')
      order by control.id`);
    let changed = 0;
    for (const { id } of due) if (await this.service.follow(systemViewer, id)) changed += 1;
    return changed;
  }
}
