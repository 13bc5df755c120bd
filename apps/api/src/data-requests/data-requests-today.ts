import sql, { type Sql } from 'sql-template-tag';
import { mayWith } from '@runder-tisch/domain/accounts';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../access/viewer';
import { NO_OBJECT } from '../contribution';
import { expectedDeliveries, missedDeliveries, overdue } from './data-requests-sql';

/** More that are late at once are one line. */
const LATE_ONE_BY_ONE = 2;

/**
 * For planning: what is late, what came and nobody has checked, and what it has not asked for in time, and what comes next of those
 * it has asked before. The rest of the register stands on the page of requests: a county that asks by hand is not told ten times to begin.
 */
export function dueDataRequests(viewer: Viewer, now: Date): Sql {
  const today = berlinDay(now);
  const may = mayWith(viewer.roles, 'data-request:change');
  return sql`
    select late.kind, late.id, late.due, late.facts from (
      select 'data-request-overdue' as kind, it.id, it.due_on as due, count(*) over () as many,
             json_build_object('number', it.number, 'partner', agreement.partner, 'what', it.what) as facts
      from data_request it join interface_agreement agreement on agreement.id = it.agreement_id where ${may} and ${overdue(today)}) late
    where late.many <= ${LATE_ONE_BY_ONE}
    union all
    select 'data-requests-overdue', ${NO_OBJECT}::uuid, min(it.due_on), json_build_object('count', count(*))
    from data_request it where ${may} and ${overdue(today)} having count(*) > ${LATE_ONE_BY_ONE}
    union all
    select 'data-request-delivered', it.id, null::date, json_build_object('number', it.number, 'partner', agreement.partner, 'what', it.what)
    from data_request it join interface_agreement agreement on agreement.id = it.agreement_id where ${may} and it.state = 'DELIVERED'
    union all
    select 'data-request-next', it.id, null::date, json_build_object('partner', it.partner, 'period', it.period)
    from (${expectedDeliveries(today)}) it where ${may} and it.due_on >= ${today}::date
      and exists (select 1 from data_request asked where asked.agreement_id = it.id)
    union all
    select missed.kind, missed.id, missed.due, missed.facts from (
      select 'delivery-missed' as kind, it.id, it.due_on as due, count(*) over () as many,
             json_build_object('partner', it.partner, 'what', it.name, 'period', it.period) as facts
      from (${missedDeliveries(today)}) it where ${may}) missed
    where missed.many <= ${LATE_ONE_BY_ONE}
    union all
    select 'deliveries-missed', ${NO_OBJECT}::uuid, min(it.due_on), json_build_object('count', count(*))
    from (${missedDeliveries(today)}) it where ${may} having count(*) > ${LATE_ONE_BY_ONE}
    union all
    select 'sector-plan-due', it.id, it.next_on, json_build_object('name', it.name, 'unit', it.unit)
    from sector_plan it where ${may} and it.active and it.state in ('IN_FORCE', 'OUTDATED') and it.next_on < ${today}::date`;
}
