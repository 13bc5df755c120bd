import { Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { offeredStepMoves, type StepListItem, type StepView } from '@runder-tisch/domain/cycles';
import type { StepQuery } from '@runder-tisch/domain/cycles/steps/step-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { berlinDay } from '@runder-tisch/domain/time';
import { hasRole, type Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { forChange } from '../../database/for-change';
import { byId, listPage } from '../../database/list-page';
import { personNameOf } from '../../database/person-name';
import { reference } from '../../database/reference';
import { CycleStep } from './cycle-step.entity';
import { changeableSteps, ownSteps, visibleActors, visibleSteps } from './steps-access';
import { overdue, stepColumns } from './steps-sql';

@Injectable()
export class StepsRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  list(viewer: Viewer, query: StepQuery): Promise<Page<StepListItem>> {
    const today = this.today();
    return listPage(this.database, query, {
      from: raw('cycle_step'),
      where: [visibleSteps(viewer), ...filters(viewer, query, today)],
      order: [{ by: sql`it.due_on`, type: 'date' }, byId],
      columns: stepColumns(today),
      joins: sql`join cycle on cycle.id = it.cycle_id join cycle_phase phase_of on phase_of.cycle_id = it.cycle_id and phase_of.key = it.phase_key
        left join person on person.id = it.responsible_person_id`,
    });
  }

  async find(viewer: Viewer, id: string): Promise<StepView> {
    const today = this.today();
    const office = hasRole(viewer, 'admin', 'planner', 'coordinator');
    const { cycleClosed, ...found } = await this.database.found<
      Omit<StepView, 'moves'> & { cycleClosed: boolean }
    >(sql`
      select it.id, it.version, it.number, it.title, it.summary, phase_of.name as phase,
             json_build_object('id', cycle.id, 'name', cycle.name) as cycle, it.lead_role as "leadRole", it.lead,
             ${reference('person', personNameOf('person'))} as responsible, it.task, it.input, it.result, it.done_when as "doneWhen",
             it.due_on::text as "dueOn", ${overdue(today)} as overdue, it.state, ${office ? sql`it.state_reason` : sql`''`} as "stateReason",
             it.done_on::text as "doneOn",
             case when earlier.id is not null then json_build_object('id', earlier.id, 'number', earlier.number, 'cycle', earlier_cycle.name) end as "carriedFrom",
             coalesce((select json_agg(json_build_object('id', told.id, 'noteId', told.note_id, 'title', told.title, 'number', told.number) order by told.title)
               from cycle_step_method cited join method_note_version told on told.id = cited.method_id where cited.step_id = it.id), '[]') as methods,
             coalesce((select json_agg(json_build_object('id', actor.id, 'side', actor.side, 'name', actor.name,
                 'organisation', ${reference('organisation')}, 'standing', actor.standing, 'on', actor.standing_on, 'words', actor.words,
                 'history', ${standings})
                 order by actor.side desc, actor.position)
               from cycle_step_actor actor left join organisation on organisation.id = actor.organisation_id
               where actor.step_id = it.id and ${visibleActors(viewer)}), '[]') as actors,
             coalesce(${changeableSteps(viewer)}, false) as "mayChange", cycle.state = 'CLOSED' as "cycleClosed"
      from cycle_step it join cycle on cycle.id = it.cycle_id
        join cycle_phase phase_of on phase_of.cycle_id = it.cycle_id and phase_of.key = it.phase_key
        left join person on person.id = it.responsible_person_id
        left join cycle_step earlier on earlier.id = it.carried_from_id left join cycle earlier_cycle on earlier_cycle.id = earlier.cycle_id
      where it.id = ${id} and ${visibleSteps(viewer)}`);
    const moves = found.mayChange ? offeredStepMoves(found.state, { cycleClosed }) : [];
    return { ...found, mayChange: found.mayChange && !cycleClosed, moves };
  }

  /** Locked for a change by this viewer. */
  async toChange(
    tx: EntityManager,
    viewer: Viewer,
    id: string,
  ): Promise<CycleStep & { cycleClosed: boolean }> {
    const rights = { table: 'cycle_step', visible: visibleSteps(viewer), may: changeableSteps(viewer) };
    const { cycleClosed } = await forChange<{ cycleClosed: boolean }>(
      tx,
      rights,
      id,
      sql`(select cycle.state = 'CLOSED' from cycle where cycle.id = it.cycle_id) as "cycleClosed"`,
    );
    const step = await tx.findOneByOrFail(CycleStep, { id });
    return Object.assign(step, { cycleClosed });
  }

  private today(): string {
    return berlinDay(this.clock.now());
  }
}

/** How it stood with an actor (alias `actor`) from when on. */
const standings = sql`coalesce((select json_agg(json_build_object('standing', past.standing, 'on', past.standing_on, 'words', past.words)
    order by past.standing_on, past.recorded_at) from cycle_step_standing past where past.actor_id = actor.id), '[]')`;

const inOpenCycle = sql`exists (select 1 from cycle running where running.id = it.cycle_id and running.state <> 'CLOSED')`;

function filters(viewer: Viewer, query: StepQuery, today: string): Sql[] {
  const conditions: Sql[] = [];
  if (query.of !== 'all') conditions.push(ownSteps(viewer));
  if (query.cycleId) conditions.push(sql`it.cycle_id = ${query.cycleId}`);
  if (query.standing === 'open')
    conditions.push(sql`it.state in ('OPEN', 'IN_PROGRESS', 'BLOCKED') and ${inOpenCycle}`);
  if (query.standing === 'overdue') conditions.push(sql`${overdue(today)} and ${inOpenCycle}`);
  if (query.standing === 'blocked') conditions.push(sql`it.state = 'BLOCKED' and ${inOpenCycle}`);
  if (query.standing === 'done') conditions.push(sql`it.state in ('DONE', 'DROPPED')`);
  return conditions;
}
