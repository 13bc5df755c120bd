import sql, { type Sql } from 'sql-template-tag';
import { mayWith } from '@runder-tisch/domain/accounts';
import { addDays, addMonths, berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { visibleMeasures } from '../measures-access';

/** Months after the end of a measure in which its evaluation is to be written. */
export const MONTHS_TO_EVALUATE = 6;
/** Days before the end of a project's funding in which a verdict decides whether it goes on. */
const DAYS_BEFORE_FUNDING_ENDS = 365;

/**
 * For Heute: measures done half a year ago and not evaluated, projects whose funding ends within a year and of which no
 * value says yet whether they work.
 */
export function dueEvaluations(viewer: Viewer, now: Date): Sql {
  if (!mayWith(viewer.roles, 'measure:change'))
    return sql`select ''::text as kind, null::uuid as id, null::date as due, null::json as facts where false`;
  const today = berlinDay(now);
  return sql`
    select 'evaluation-missing'::text as kind, it.id, (it.completed_on + interval '6 months')::date as due,
           json_build_object('title', it.title) as facts
    from measure it
    where it.state = 'COMPLETED' and it.completed_on <= ${addMonths(today, -MONTHS_TO_EVALUATE)}::date and ${visibleMeasures(viewer)}
    union all
    select 'funding-ends'::text, it.id, it.funding_until, json_build_object('title', it.title)
    from measure it
    where it.kind = 'PROJECT' and it.state in ('APPROVED', 'IN_PROGRESS', 'ON_HOLD')
      and it.funding_until between ${today}::date and ${addDays(today, DAYS_BEFORE_FUNDING_ENDS)}::date and ${visibleMeasures(viewer)}
      and not exists (select 1 from evaluation_goal goal join evaluation_value seen on seen.goal_id = goal.id
                      where goal.measure_id = it.id and seen.seen_on > goal.baseline_on and goal.baseline <> goal.target)`;
}
