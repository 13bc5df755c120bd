import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  type CountedItem,
  type CycleCounter,
  type CycleDefaults,
  type CycleFacts,
  type CycleListItem,
  type CycleView,
  offeredCycleMoves,
} from '@runder-tisch/domain/cycles';
import { type Page, wholeList } from '@runder-tisch/domain/lists';
import { generalProblems } from '@runder-tisch/domain/problem';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, foundIn } from '../../database/database';
import { forChange } from '../../database/for-change';
import { problem } from '../../problem/problem';
import { Settings } from '../../settings/settings';
import { discourseCounts } from '../discourse/discourse-lists-sql';
import { visibleSteps } from '../steps/steps-access';
import { stepColumns } from '../steps/steps-sql';
import { countedRows, countersOf } from './cycle-counters-sql';
import { Cycle } from './cycle.entity';
import { changeableCycles, seesCounters, visibleCycles } from './cycles-access';
import { undecidedProvisional } from './provisional-steps';

@Injectable()
export class CyclesRepository {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** The newest first. */
  async list(viewer: Viewer): Promise<Page<CycleListItem>> {
    return wholeList(
      await this.database.rows<CycleListItem>(sql`
        select it.id, it.number, it.name, it.state, it.begins_on::text as "beginsOn", it.ends_on::text as "endsOn"
        from cycle it where ${visibleCycles(viewer)} order by it.number desc`),
    );
  }

  async find(viewer: Viewer, id: string): Promise<CycleView> {
    const today = this.today();
    const found = await this.database.found<Omit<CycleView, 'moves' | 'today'>>(sql`
        select cycle.id, cycle.version, cycle.number, cycle.name, cycle.state, ${seesCounters(viewer) ? sql`cycle.state_reason` : sql`''`} as "stateReason",
               cycle.begins_on::text as "beginsOn", cycle.ends_on::text as "endsOn", cycle.closed_on::text as "closedOn",
               json_build_object('id', template.id, 'number', template.number) as template,
               case when previous.id is not null then json_build_object('id', previous.id, 'number', previous.number, 'name', previous.name) end as previous,
               case when next.id is not null then json_build_object('id', next.id, 'number', next.number, 'name', next.name) end as next,
               cycle.term_name as "termName", cycle.term_begins_on::text as "termBeginsOn", cycle.term_ends_on::text as "termEndsOn",
               cycle.election_on::text as "electionOn", cycle.plan_title as "planTitle", cycle.plan_adopted_on::text as "planAdoptedOn",
               case when concept.id is not null then json_build_object('id', concept.id, 'number', concept.number) end as "dataConcept",
               case when ${seesCounters(viewer)} and previous.id is not null then ${carried} end as carried,
               case when ${seesCounters(viewer)} and cycle.state <> 'CLOSED' then ${provisional} else '[]' end as "provisionalOpen",
               coalesce((select json_agg(json_build_object('year', goal.year, 'goal', goal.goal, 'counter', goal.counter, 'doneOn', goal.done_on) order by goal.position)
                 from cycle_milestone goal where goal.cycle_id = cycle.id), '[]') as milestones,
               coalesce((select json_agg(json_build_object('key', phase.key, 'name', phase.name, 'steps', coalesce(
                   (select json_agg(row_to_json(told) order by told.position) from (select ${stepColumns(today)}, it.position
                      from cycle_step it ${stepJoins} where it.cycle_id = phase.cycle_id and it.phase_key = phase.key and ${visibleSteps(viewer)}) told), '[]')) order by phase.position)
                 from cycle_phase phase where phase.cycle_id = cycle.id), '[]') as phases,
               coalesce((select json_agg(json_build_object('id', round.id, 'number', round.number, 'title', round.title, 'state', round.state,
                   'startsOn', round.starts_on, 'endsOn', round.ends_on, 'counts',
                   case when round.state = 'RUNNING' then ${discourseCounts(viewer)} end, 'reflected', trim(round.reflection) <> '')
                   order by round.number desc) from discourse_round round where round.cycle_id = cycle.id), '[]') as rounds,
               ${seesCounters(viewer) ? countersOf : sql`null::jsonb`} as counters, ${changeableCycles(viewer)} as "mayChange"
        from cycle join process_template template on template.id = cycle.template_id
          left join cycle previous on previous.id = cycle.previous_id left join cycle next on next.previous_id = cycle.id
          left join data_concept concept on concept.id = cycle.data_concept_id
        where cycle.id = ${id} and ${visibleCycles(viewer)}`);
    const phases = found.phases.map((phase) => ({ ...phase, steps: phase.steps.map(withoutPosition) }));
    const moves = found.mayChange ? offeredCycleMoves(found.state) : [];
    return { ...found, phases, today, moves };
  }

  /** What a counter looks at, what is reached last: what still lacks is what somebody wants to see. */
  async counted(viewer: Viewer, id: string, counter: CycleCounter): Promise<Page<CountedItem>> {
    if (!seesCounters(viewer)) throw problem(generalProblems, 'not-found');
    await this.database.found(
      sql`select it.id from cycle it where it.id = ${id} and ${visibleCycles(viewer)}`,
    );
    return wholeList(
      await this.database.rows<CountedItem>(sql`
        select looked.id, looked.title, looked.path, looked.detail, looked.reached
        from cycle cross join lateral (${countedRows[counter]}) looked
        where cycle.id = ${id} order by looked.reached, looked.title collate "de-x-icu", looked.id`),
    );
  }

  /** What the form of the next cycle begins with. */
  async defaults(): Promise<CycleDefaults> {
    const { cycleYears: years } = await this.settings.current();
    const found = await this.database.found<Omit<CycleDefaults, 'years'>>(sql`
      select template.id as "templateId", template.number as "templateNumber", coalesce(newest.number, 0) + 1 as "nextNumber",
             (newest.ends_on + 1)::text as "beginsOn"
      from (select 1) one
        left join lateral (select id, number from process_template where state = 'RELEASED' order by number desc limit 1) template on true
        left join lateral (select number, ends_on from cycle order by number desc limit 1) newest on true`);
    return { ...found, years };
  }

  /** Locked for a change by this viewer. */
  async toChange(tx: EntityManager, viewer: Viewer, id: string): Promise<Cycle> {
    const rights = { table: 'cycle', visible: visibleCycles(viewer), may: changeableCycles(viewer) };
    await forChange(tx, rights, id);
    return tx.findOneByOrFail(Cycle, { id });
  }

  /** What the moves of a cycle look at, besides the reason. */
  factsOf(tx: EntityManager, id: string): Promise<Omit<CycleFacts, 'reason'>> {
    return foundIn<Omit<CycleFacts, 'reason'>>(
      tx,
      sql`select coalesce((select case when other.number < cycle.number then 'EARLIER' else 'LATER' end
              from cycle other where other.state <> 'CLOSED' and other.id <> cycle.id order by other.number desc limit 1), 'NONE') as other,
            (select count(*)::int from measure where ${undecidedProvisional}) as "provisionalOpen",
            (select count(*)::int from cycle_step it where it.cycle_id = cycle.id and it.state in ('OPEN', 'IN_PROGRESS', 'BLOCKED')) as "stepsOpen"
          from cycle where cycle.id = ${id}`,
    );
  }

  /** What the counters say now, to be kept with a cycle that is closed. */
  async countedIn(tx: EntityManager, id: string): Promise<object> {
    const { counters } = await foundIn<{ counters: object }>(
      tx,
      sql`select ${countersOf} as counters from cycle where cycle.id = ${id}`,
    );
    return counters;
  }

  today(): string {
    return berlinDay(this.clock.now());
  }
}

const stepJoins: Sql = sql`join cycle on cycle.id = it.cycle_id join cycle_phase phase_of on phase_of.cycle_id = it.cycle_id and phase_of.key = it.phase_key
  left join person on person.id = it.responsible_person_id`;

const carried: Sql = sql`(select json_build_object(
  'networks', (select count(*) from cycle_network taken where taken.cycle_id = cycle.id),
  'measures', (select count(*) from cycle_measure taken join measure on measure.id = taken.measure_id where taken.cycle_id = cycle.id and measure.kind <> 'PROVISIONAL_STEP'),
  'provisional', (select count(*) from cycle_measure taken join measure on measure.id = taken.measure_id where taken.cycle_id = cycle.id and measure.kind = 'PROVISIONAL_STEP'),
  'steps', (select count(*) from cycle_step taken where taken.cycle_id = cycle.id and taken.carried_from_id is not null)))`;

const provisional: Sql = sql`coalesce((select json_agg(json_build_object('id', measure.id, 'number', measure.number, 'title', measure.title) order by measure.number)
  from measure where ${undecidedProvisional}), '[]')`;

function withoutPosition<Step extends object>(step: Step): Step {
  const { position: _position, ...told } = step as Step & { position: number };
  return told as unknown as Step;
}
