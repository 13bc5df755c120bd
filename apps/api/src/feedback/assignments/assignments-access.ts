import sql, { type Sql } from 'sql-template-tag';
import type { Day } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { handledFeedback } from '../feedback-access';

/** Over the alias `it`: somebody has still to see to it by itself; what counts with another one goes its way. */
export const waiting = sql`(it.state in ('SUBMITTED', 'TRIAGED', 'LINKED', 'DECIDED') and it.counted_with_id is null)`;

/**
 * Over `account` and the Hinweis `it`: the account may work on it today. The rule of `handledFeedback`, asked about
 * somebody who is not signed in.
 */
export function mayWorkOn(today: Day): Sql {
  return sql`(account.disabled_at is null and ('planner' = any(account.roles) or ('coordinator' = any(account.roles) and (
    it.entered_by_account_id = account.id
    or exists (select 1 from membership where membership.network_id = it.network_id and membership.role = 'COORDINATOR'
      and account.person_id in (membership.person_id, membership.deputy_person_id)
      and membership.from_day <= ${today}::date and (membership.to_day is null or membership.to_day >= ${today}::date))
    or exists (select 1 from meeting where meeting.id = it.meeting_id and meeting.network_id is null
      and meeting.created_by_person_id = account.person_id)))))`;
}

/**
 * Joins to the Hinweis `it` who sees to it, as `assigned` and `account`. Whoever lost the account or the right sees to
 * nothing any more, without anything having to be written.
 */
export function joinAssigned(today: Day): Sql {
  return sql`join feedback_assignment assigned on assigned.feedback_id = it.id and assigned.ended_at is null
    join account on account.id = assigned.account_id and ${mayWorkOn(today)}`;
}

/** Over the alias `it`: whether somebody sees to it, who meets the condition over `assigned` and `account`. */
export function isAssigned(today: Day, condition: Sql = sql`true`): Sql {
  return sql`exists (select 1 from feedback_assignment assigned join account on account.id = assigned.account_id
    where assigned.feedback_id = it.id and assigned.ended_at is null and ${mayWorkOn(today)} and ${condition})`;
}

/** Over the alias `it`: an `AssignmentView` for those who work on it, null while nobody sees to it. */
export function assignedView(viewer: Viewer, today: Day): Sql {
  return sql`case when ${waiting} and ${handledFeedback(viewer)} then
    (select json_build_object('accountId', account.id, 'name', account.display_name, 'due', assigned.due,
       'mine', coalesce(account.id = ${viewer.accountId}::uuid, false), 'overdue', assigned.due < ${today}::date)
     from feedback_assignment assigned join account on account.id = assigned.account_id
     where assigned.feedback_id = it.id and assigned.ended_at is null and ${mayWorkOn(today)}) end`;
}

/** Over the alias `it`: an array of `EarlierAssignmentView`. */
export function assignmentsView(today: Day): Sql {
  return sql`coalesce((select json_agg(json_build_object('name', told.assignee, 'due', told.due, 'by', told.assigned_by,
      'since', told.since, 'until', told.ended_at, 'lapsed', told.ended_at is null and ${waiting}
        and not exists (select 1 from account where account.id = told.account_id and ${mayWorkOn(today)})) order by told.since desc, told.id desc)
    from feedback_assignment told where told.feedback_id = it.id), '[]')`;
}

/** Of the Hinweise this viewer works on: how many somebody sees to, how many the viewer, how many are overdue. */
export function countAssigned(viewer: Viewer, today: Day): Sql {
  return sql`select count(*)::int as assigned,
      (count(*) filter (where account.id = ${viewer.accountId}::uuid))::int as mine,
      (count(*) filter (where assigned.due < ${today}::date))::int as overdue,
      (count(*) filter (where account.id = ${viewer.accountId}::uuid and assigned.due < ${today}::date))::int as late,
      min(assigned.due) filter (where account.id = ${viewer.accountId}::uuid) as due
    from feedback it ${joinAssigned(today)} where ${waiting} and ${handledFeedback(viewer)}`;
}

/** Over the alias `it`: by when it is due, for the order of those that are assigned. */
export const dueOf = sql`coalesce((select assigned.due from feedback_assignment assigned
  where assigned.feedback_id = it.id and assigned.ended_at is null), 'infinity'::date)`;
