import sql, { type Sql } from 'sql-template-tag';
import { mayWith } from '@runder-tisch/domain/accounts';
import { ESCALATION_DAYS } from '@runder-tisch/domain/papers/control';
import { addDays, berlinDay, berlinDayBounds } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { NO_OBJECT } from '../../contribution';

/** So long it says that somebody else entrusted it to one, unless one reports on it before. */
const TOLD_DAYS = 14;

/** Each to the planner who follows it up; after a while, or where nobody does, counted to every planner. */
export function dueControls(viewer: Viewer, now: Date): Sql {
  const today = berlinDay(now);
  const entrusted = berlinDayBounds(addDays(today, -TOLD_DAYS)).from;
  const mine = sql`control.responsible_person_id = ${viewer.personId}::uuid`;
  const from = sql`from resolution_control control join control_report report on report.id = control.current_report_id`;
  const late = sql`report.state in ('OPEN', 'IN_PROGRESS', 'DELAYED') and report.due_on < ${today}::date`;
  const may = mayWith(viewer.roles, 'paper:change');
  return sql`
    select case when report.state = 'STANDING' then 'control-standing' else 'control-due' end as kind, control.id,
      coalesce(report.next_on, report.due_on) as due, json_build_object('title', it.title, 'dueOn', coalesce(report.next_on, report.due_on)) as facts
    ${from} join paper_consultation consultation on consultation.id = control.consultation_id join paper it on it.id = consultation.paper_id
    where ${may} and ${mine} and ((${late}) or (report.state = 'STANDING' and report.next_on <= ${today}::date))
    union all
    select 'control-entrusted', control.id, report.due_on, json_build_object('title', it.title, 'dueOn', report.due_on)
    ${from} join paper_consultation consultation on consultation.id = control.consultation_id join paper it on it.id = consultation.paper_id
    cross join lateral (select * from control_responsible named where named.control_id = control.id
      order by named.named_at desc, named.id desc limit 1) named
    where ${may} and ${mine} and not named.taken and named.named_at >= ${entrusted}::timestamptz and report.reported_at < named.named_at
      and report.state <> 'DONE' and not coalesce(${late} or report.next_on <= ${today}::date, false)
    union all
    select 'controls-late', ${NO_OBJECT}::uuid, min(report.due_on), json_build_object('count', count(*)) ${from}
    where ${may} and ${late} and (control.responsible_person_id is null
      or (control.responsible_person_id is distinct from ${viewer.personId}::uuid and report.due_on < ${addDays(today, -ESCALATION_DAYS)}::date))
    having count(*) > 0`;
}
