import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { dueInCycle, stepNumber } from '@runder-tisch/domain/cycles';
import { rowsIn } from '../../database/rows';

interface Cut {
  id: string;
  beginsOn: string;
  endsOn: string;
}

interface TemplateStep {
  key: string;
  phase: number;
  place: number;
  dueMonth: number;
  months: number;
}

/** Phases and steps of a cycle, in the words the Bauplan has today; each actor it names is still to be asked. */
export async function makeSteps(tx: EntityManager, templateId: string, cycle: Cut): Promise<void> {
  await rowsIn(
    tx,
    sql`insert into cycle_phase (cycle_id, key, position, name, summary)
        select ${cycle.id}::uuid, key, row_number() over (order by position) - 1, name, summary from template_phase where template_id = ${templateId}`,
  );
  const steps = await rowsIn<TemplateStep>(
    tx,
    sql`select step.key, phase.position as phase, (row_number() over (partition by step.phase_key order by step.position) - 1)::int as place,
          step.due_month as "dueMonth", template.months
        from template_step step join process_template template on template.id = step.template_id
          join cycle_phase phase on phase.cycle_id = ${cycle.id} and phase.key = step.phase_key
        where step.template_id = ${templateId}`,
  );
  const made = steps.map((step) => ({
    id: randomUUID(),
    key: step.key,
    place: step.place,
    number: stepNumber(step.phase, step.place),
    dueOn: dueInCycle(step, cycle),
  }));
  await rowsIn(
    tx,
    sql`insert into cycle_step (id, cycle_id, phase_key, key, position, number, title, summary, lead_role, lead, involved_roles, task, input, result,
          done_when, due_on, state)
        select made.id, ${cycle.id}::uuid, step.phase_key, step.key, made.place, made.number, step.title, step.summary, step.lead_role, step.lead, step.involved_roles,
          step.task, step.input, step.result, step.done_when, made."dueOn", 'OPEN'
        from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as made (id uuid, key uuid, place integer, number text, "dueOn" date)
          join template_step step on step.template_id = ${templateId} and step.key = made.key`,
  );
  await rowsIn(
    tx,
    sql`insert into cycle_step_method (step_id, method_id)
        select it.id, cited.method_id from cycle_step it join template_step_method cited on cited.step_key = it.key and cited.template_id = ${templateId}
        where it.cycle_id = ${cycle.id}`,
  );
  await rowsIn(
    tx,
    sql`insert into cycle_step_actor (id, step_id, side, position, name, standing)
        select gen_random_uuid(), it.id, named.side, named.position - 1, named.name, 'NOT_ASKED'
        from cycle_step it join template_step step on step.template_id = ${templateId} and step.key = it.key
          cross join lateral (
            select 'INTERNAL' as side, name, position from unnest(step.internal_actors) with ordinality as part (name, position)
            union all select 'EXTERNAL', name, position from unnest(step.external_actors) with ordinality as part (name, position)) named
        where it.cycle_id = ${cycle.id}`,
  );
}
