import sql, { type Sql } from 'sql-template-tag';
import { mayWith } from '@runder-tisch/domain/accounts';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../access/viewer';

/** For planning: what should have been decided by now. */
export function dueDecisions(viewer: Viewer, now: Date): Sql {
  return sql`
    select 'decision-due' as kind, it.id, it.due_on as due, json_build_object('title', it.title, 'dueOn', it.due_on) as facts
    from decision it where ${mayWith(viewer.roles, 'decision:change')} and it.state <> 'DECIDED' and it.due_on < ${berlinDay(now)}::date`;
}
