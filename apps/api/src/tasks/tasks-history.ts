import sql, { type Sql } from 'sql-template-tag';
import type { Viewer } from '../access/viewer';
import type { HistoryOf } from '../contribution';
import { visibleTasks } from './tasks-access';

/** Tasks of an organisation or a person, and what shall be asked of them again. */
export function tasksHistory(viewer: Viewer, { of, id }: HistoryOf): Sql {
  const whose =
    of === 'organisation' ? sql`it.organisation_id = ${id}::uuid` : sql`it.person_id = ${id}::uuid`;
  return sql`
    select 'task', it.id, it.created_at, 'Aufgabe: ' || it.title,
           case when it.state = 'DONE' then 'erledigt am' when it.state = 'DROPPED' then 'entfallen'
             when it.due_on is null then 'offen' else 'offen, bis' end,
           case it.state when 'DONE' then (it.done_at at time zone 'Europe/Berlin')::date when 'OPEN' then it.due_on end,
           '/heute/aufgaben?aufgabe=' || it.id
    from task it where (${whose} or (it.object_kind = ${of} and it.object_id = ${id}::uuid)) and ${visibleTasks(viewer)}`;
}
