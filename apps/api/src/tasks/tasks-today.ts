import sql, { type Sql } from 'sql-template-tag';
import { addDays, berlinDay } from '@runder-tisch/domain/time';
import { hasRole, type Viewer } from '../access/viewer';
import { ownTasks } from './tasks-access';

/** So many days ahead a task begins to stand on Heute. */
export const AHEAD_DAYS = 3;

/**
 * Own tasks that are late or due these days, each with its button; for coordinators, late tasks of the others
 * in their networks as one line per network, from the day the settings name.
 */
export function dueTasks(viewer: Viewer, now: Date): Sql {
  const today = berlinDay(now);
  const own = sql`
    select case when it.due_on <= ${today}::date then 'task-late' else 'task' end as kind, it.id, it.due_on as due,
           json_build_object('title', it.title) as facts
    from task it
    where it.state = 'OPEN' and it.due_on <= ${addDays(today, AHEAD_DAYS)}::date and ${ownTasks(viewer)}`;
  if (!hasRole(viewer, 'coordinator')) return own;
  return sql`${own} union all
    select 'network-tasks', network.id, min(it.due_on), json_build_object('title', network.name, 'late', count(*))
    from task it join network on network.id = it.network_id
    where it.state = 'OPEN' and it.due_on <= ${today}::date - coalesce((select task_overdue_days from county_settings), 1) and network.id = any(${viewer.coordinatedNetworkIds}::uuid[])
      and not coalesce(${ownTasks(viewer)}, false)
    group by network.id, network.name`;
}
