import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import sql from 'sql-template-tag';
import { processDocument, type ProcessFacts } from '@runder-tisch/domain/cycles';
import { berlinDay } from '@runder-tisch/domain/time';
import { Public } from '../../access/access';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { asPageHtml } from '../../documents/as-page-html';
import { renderPage } from '../../pages/page';
import { sendPage } from '../../pages/send-page';
import { Settings } from '../../settings/settings';

/** How the county plans, for everybody: the earliest cycle that runs, or the Bauplan where none does. */
@Controller('so-planen-wir')
@Public()
export class ProcessPageController {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const today = berlinDay(this.clock.now());
    const [told, current, identity] = await Promise.all([
      this.database.found<Pick<ProcessFacts, 'cycle' | 'phases'>>(sql`
        with running as (select * from cycle where state <> 'CLOSED' order by number limit 1),
             planned as (select id from process_template where state = 'RELEASED' order by number desc limit 1)
        select (select json_build_object('name', running.name, 'beginsOn', running.begins_on, 'endsOn', running.ends_on,
                 'electionOn', case when running.election_on >= ${today}::date then running.election_on end) from running) as cycle,
               case when exists (select 1 from running) then (
                 select coalesce(json_agg(json_build_object('name', phase.name, 'summary', phase.summary, 'steps', step.words, 'until', step.until,
                     'standing', case when step.open = 0 then 'done' when step.begun > 0 then 'running' else 'ahead' end) order by phase.position), '[]')
                 from running join cycle_phase phase on phase.cycle_id = running.id
                   cross join lateral (select coalesce(json_agg(it.summary order by it.position) filter (where it.summary <> ''), '[]') as words, max(it.due_on) as until,
                       count(*) filter (where it.state in ('OPEN', 'IN_PROGRESS', 'BLOCKED')) as open, count(*) filter (where it.state <> 'OPEN') as begun
                     from cycle_step it where it.cycle_id = phase.cycle_id and it.phase_key = phase.key) step)
               else (
                 select coalesce(json_agg(json_build_object('name', phase.name, 'summary', phase.summary, 'steps', step.words, 'until', null, 'standing', null) order by phase.position), '[]')
                 from planned join template_phase phase on phase.template_id = planned.id
                   cross join lateral (select coalesce(json_agg(it.summary order by it.position) filter (where it.summary <> ''), '[]') as words
                     from template_step it where it.template_id = phase.template_id and it.phase_key = phase.key) step) end as phases`),
      this.settings.current(),
      this.settings.pageIdentity(),
    ]);
    const { countyName, voicesOpen } = current;
    const document = processDocument({ ...told, countyName, voicesOpen });
    const page = renderPage({
      title: document.title,
      main: asPageHtml(document),
      identity,
      findable: true,
      description:
        'Wer im Landkreis Sozialplanung macht, wann, wie man mitmacht, wer entscheidet und was daraus wird.',
    });
    sendPage(request, response, page, { keep: 'check' });
  }
}
