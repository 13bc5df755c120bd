import { Injectable, type OnModuleInit } from '@nestjs/common';
import sql from 'sql-template-tag';
import { goingControlStates } from '@runder-tisch/domain/papers/control';
import { berlinDay } from '@runder-tisch/domain/time';
import { systemViewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { Jobs } from '../../jobs/jobs';
import { isNews, measuresOfControl, saidBy, type StoredMeasure } from './control-measured';
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

  /** Those whose measures say something else by now, each in its own transaction. */
  async run(): Promise<number> {
    const today = berlinDay(this.clock.now());
    const followed = await this.database.rows<{
      id: string;
      state: string;
      words: string;
      measures: StoredMeasure[] | null;
    }>(sql`
      select control.id, report.state, report.words, ${measuresOfControl('control.id', 'consultation.paper_id')} as measures
      from resolution_control control
        join control_report report on report.id = control.current_report_id and report.follows and report.state = any(${[...goingControlStates]}::text[])
        join paper_consultation consultation on consultation.id = control.consultation_id
      order by control.id`);
    let changed = 0;
    for (const { id, measures, ...reported } of followed)
      if (isNews(saidBy(measures, today), reported) && (await this.service.follow(systemViewer, id)))
        changed += 1;
    return changed;
  }
}
