import sql, { type Sql } from 'sql-template-tag';
import { berlinDay } from '@runder-tisch/domain/time';
import { hasRole, type Viewer } from '../../access/viewer';
import { NO_OBJECT } from '../../contribution';

/** For planning what is late or blocked, counted; for a coordination and for whoever answers for a step each one. */
export function dueSteps(viewer: Viewer, now: Date): Sql {
  const today = berlinDay(now);
  const running = sql`from cycle_step it join cycle on cycle.id = it.cycle_id and cycle.state <> 'CLOSED'`;
  const late = sql`it.state in ('OPEN', 'IN_PROGRESS') and it.due_on < ${today}::date`;
  if (hasRole(viewer, 'planner'))
    return sql`
      select 'steps-late' as kind, ${NO_OBJECT}::uuid as id, min(it.due_on) as due, json_build_object('count', count(*)) as facts
      ${running} where ${late} having count(*) > 0
      union all
      select 'steps-blocked', ${NO_OBJECT}::uuid, min(it.due_on), json_build_object('count', count(*))
      ${running} where it.state = 'BLOCKED' having count(*) > 0`;
  const own = sql`(it.responsible_person_id = ${viewer.personId}::uuid or (${hasRole(viewer, 'coordinator')} and it.lead_role = 'coordinator'))`;
  return sql`
    select case when it.state = 'BLOCKED' then 'step-blocked' else 'step-late' end as kind, it.id, it.due_on as due,
           json_build_object('title', it.number || ' ' || it.title) as facts
    ${running} where (it.state = 'BLOCKED' or ${late}) and ${own}`;
}
