import sql, { type Sql } from 'sql-template-tag';
import { personNameOf } from '../../database/person-name';

/** What a step (alias `it`, joined with `cycle`, `phase_of` and `person`) says in lists. */
export function stepColumns(today: string): Sql {
  return sql`it.id, it.number, it.title, phase_of.name as phase, it.lead_role as "leadRole", it.lead,
    case when person.id is not null then ${personNameOf('person')} end as responsible, it.due_on::text as "dueOn", it.state,
    ${overdue(today)} as overdue, json_build_object('id', cycle.id, 'name', cycle.name) as cycle`;
}

export function overdue(today: string): Sql {
  return sql`(it.state in ('OPEN', 'IN_PROGRESS', 'BLOCKED') and it.due_on < ${today}::date)`;
}
