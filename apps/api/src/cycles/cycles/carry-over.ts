import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { openStepStates } from '@runder-tisch/domain/cycles';
import { measureMoves } from '@runder-tisch/domain/measures';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { rowsIn } from '../../database/rows';
import { DataConcepts } from '../../indicators/data-concepts';

/** What the next cycle goes on with. It only adds: the cycle before reads as it did. */
@Injectable()
export class CarryOver {
  constructor(
    private readonly concepts: DataConcepts,
    private readonly clock: Clock,
  ) {}

  async run(tx: EntityManager, viewer: Viewer, previousId: string, id: string): Promise<void> {
    const { inForceId, nextId } = await this.concepts.beginNext(tx, viewer);
    await rowsIn(tx, sql`update cycle set data_concept_id = ${nextId}::uuid where id = ${id}`);
    // From now on the earlier cycle names the version it worked by.
    await rowsIn(
      tx,
      sql`update cycle set data_concept_id = ${inForceId}::uuid where id = ${previousId} and data_concept_id is null and ${inForceId}::uuid is not null`,
    );
    await rowsIn(
      tx,
      sql`insert into cycle_network (cycle_id, network_id) select ${id}::uuid, network.id from network where network.state <> 'DISSOLVED'`,
    );
    await rowsIn(
      tx,
      sql`insert into cycle_measure (cycle_id, measure_id, since)
          select ${id}::uuid, measure.id, ${this.clock.now()} from measure where measure.state <> all(${[...measureMoves.definition.ends]}::text[])`,
    );
    await carrySteps(tx, previousId, id);
    await carryActors(tx, previousId, id);
  }
}

/** What is open in the cycle before goes on in the step with the same key, or as a step of its own. */
async function carrySteps(tx: EntityManager, previousId: string, id: string): Promise<void> {
  const open = sql`earlier.cycle_id = ${previousId} and earlier.state = any(${[...openStepStates]}::text[])`;
  await rowsIn(
    tx,
    sql`update cycle_step it set carried_from_id = earlier.id, responsible_person_id = earlier.responsible_person_id
        from cycle_step earlier where it.cycle_id = ${id} and it.key = earlier.key and ${open}`,
  );
  const gone = sql`${open} and not exists (select 1 from cycle_step it where it.cycle_id = ${id} and it.key = earlier.key)`;
  await rowsIn(
    tx,
    sql`insert into cycle_phase (cycle_id, key, position, name, summary)
        select ${id}::uuid, phase.key, (select count(*) from cycle_phase own where own.cycle_id = ${id}) + row_number() over (order by phase.position) - 1,
          phase.name, phase.summary
        from cycle_phase phase where phase.cycle_id = ${previousId}
          and exists (select 1 from cycle_step earlier where earlier.phase_key = phase.key and ${gone})
          and not exists (select 1 from cycle_phase own where own.cycle_id = ${id} and own.key = phase.key)`,
  );
  await rowsIn(
    tx,
    sql`with added as (
          select uuidv7() as id, earlier.*, phase.position as phase_position,
            (select count(*) from cycle_step own where own.cycle_id = ${id} and own.phase_key = earlier.phase_key)
              + row_number() over (partition by earlier.phase_key order by earlier.position) - 1 as own_position
          from (select earlier.id as earlier_id, earlier.phase_key, earlier.key, earlier.position, earlier.title, earlier.summary, earlier.lead_role, earlier.lead,
              earlier.involved_roles, earlier.task, earlier.input, earlier.result, earlier.done_when, earlier.responsible_person_id
            from cycle_step earlier where ${gone}) earlier
          join cycle_phase phase on phase.cycle_id = ${id} and phase.key = earlier.phase_key)
        insert into cycle_step (id, cycle_id, phase_key, key, position, number, title, summary, lead_role, lead, involved_roles, task, input, result,
          done_when, due_on, responsible_person_id, state, carried_from_id)
        select added.id, cycle.id, added.phase_key, added.key, added.own_position, added.phase_position || '.' || (added.own_position + 1), added.title, added.summary,
          added.lead_role, added.lead, added.involved_roles, added.task, added.input, added.result, added.done_when, cycle.ends_on,
          added.responsible_person_id, 'OPEN', added.earlier_id
        from added join cycle on cycle.id = ${id}`,
  );
  // Who had a part in an open step has it further on; what was agreed on was agreed on for the cycle before.
  await rowsIn(
    tx,
    sql`insert into cycle_step_actor (id, step_id, side, position, name, organisation_id, standing)
        select uuidv7(), it.id, actor.side, 100 + actor.position, actor.name, actor.organisation_id, 'NOT_ASKED'
        from cycle_step it join cycle_step_actor actor on actor.step_id = it.carried_from_id where it.cycle_id = ${id}
        on conflict (step_id, side, lower(name)) do update set organisation_id = coalesce(cycle_step_actor.organisation_id, excluded.organisation_id)
        where cycle_step_actor.organisation_id is distinct from coalesce(cycle_step_actor.organisation_id, excluded.organisation_id)`,
  );
}

/** The Akteursanalyse goes on from where it stood, with the gaps that are still open; those of before keep theirs. */
async function carryActors(tx: EntityManager, previousId: string, id: string): Promise<void> {
  await rowsIn(
    tx,
    sql`insert into actor_entry (id, cycle_id, organisation_id, name, influence, affectedness, part, field_id, target_group_id, municipality_id, note)
        select uuidv7(), ${id}::uuid, it.organisation_id, it.name, it.influence, it.affectedness, it.part, it.field_id,
          it.target_group_id, it.municipality_id, it.note
        from actor_entry it where it.cycle_id = ${previousId}`,
  );
  await rowsIn(
    tx,
    sql`insert into actor_gap (id, cycle_id, gap, remedy)
        select uuidv7(), ${id}::uuid, it.gap, it.remedy from actor_gap it where it.cycle_id = ${previousId} and not it.settled order by it.id`,
  );
}
