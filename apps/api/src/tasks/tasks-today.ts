import sql, { type Sql } from 'sql-template-tag';
import { todayPriority } from '@runder-tisch/domain/tasks';
import { addDays, berlinDay } from '@runder-tisch/domain/time';
import { hasRole, type Viewer } from '../access/viewer';
import { ownTasks } from './tasks-access';

/** So many days ahead a task begins to stand on Heute. */
export const AHEAD_DAYS = 3;

/**
 * Own tasks that are late or due these days, each with its button; for coordinators, late tasks of the others
 * in their networks as one line per network.
 */
export function tasksToday(viewer: Viewer, now: Date): Sql {
  const today = berlinDay(now);
  const own = sql`
    select 'task' as kind, it.id, case when it.due_on <= ${today}::date then ${todayPriority.now}::int else ${todayPriority.soon}::int end as priority,
           it.title as text, '/heute/aufgaben?aufgabe=' || it.id as path, 'Erledigt' as action, it.due_on as due,
           '/api/tasks/' || it.id || '/done' as post, '/api/tasks/' || it.id || '/reopen' as undo
    from task it
    where it.state = 'OPEN' and it.due_on <= ${addDays(today, AHEAD_DAYS)}::date and ${ownTasks(viewer)}`;
  if (!hasRole(viewer, 'coordinator')) return own;
  return sql`${own} union all
    select 'network-tasks', network.id, ${todayPriority.soon}::int,
           count(*) || case when count(*) = 1 then ' Aufgabe' else ' Aufgaben' end || ' überfällig: ' || network.name,
           '/netzwerke/' || network.id || '/wirkung', 'Ansehen', min(it.due_on), null, null
    from task it join network on network.id = it.network_id
    where it.state = 'OPEN' and it.due_on < ${today}::date and network.id = any(${viewer.coordinatedNetworkIds}::uuid[])
      and not coalesce(${ownTasks(viewer)}, false)
    group by network.id, network.name`;
}
