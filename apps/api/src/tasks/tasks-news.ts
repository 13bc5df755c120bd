import sql, { type Sql } from 'sql-template-tag';
import type { Viewer } from '../access/viewer';
import type { NewsSpan } from '../contribution';
import { ownTasks } from './tasks-access';

/** Own tasks due in the days around the weekly mail; what is late for longer stands on Heute and is not repeated. */
export function tasksNews(viewer: Viewer, { dueFrom, dueTo }: NewsSpan): Sql {
  const path = viewer.kind === 'account' ? sql`'/aufgaben'` : sql`null`;
  return sql`
    select 'OWN' as topic, null::uuid as "topicId", 'TASK' as kind, it.id, (it.due_on + time '12:00') at time zone 'Europe/Berlin' as at,
           it.title, '' as note, null::timestamptz as day, ${path} as path
    from task it
    where it.state = 'OPEN' and it.due_on between ${dueFrom}::date and ${dueTo}::date
      and ${ownTasks(viewer)}`;
}
