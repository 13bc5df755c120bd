import sql, { type Sql } from 'sql-template-tag';
import { CHECK_MONTHS } from '@runder-tisch/domain/structure';
import { berlinDay } from '@runder-tisch/domain/time';
import { hasRole, type Viewer } from '../../access/viewer';
import { NO_OBJECT } from '../../contribution';
import { cycleBegan, acceptedResults } from './evidence-sql';

const lastOf = (where: Sql): Sql =>
  sql`(select max(checked.checked_on) as day from consolidation_check checked where ${where})`;

/**
 * What was checked a year ago: planners hear of everything, a coordination of its networks. A network called permanent
 * is due without a check too.
 */
export function dueChecks(viewer: Viewer, now: Date): Sql {
  const today = berlinDay(now);
  const due = sql`(last.day + make_interval(months => ${CHECK_MONTHS}))::date`;
  const planner = hasRole(viewer, 'planner');
  const mine = sql`(${planner} or (${hasRole(viewer, 'coordinator')} and it.id = any(${viewer.coordinatedNetworkIds}::uuid[])))`;
  return sql`
    select 'consolidation-due' as kind, it.id, ${due} as due,
      json_build_object('subject', 'NETWORK', 'title', it.name, 'lastOn', last.day) as facts
    from network it cross join lateral ${lastOf(sql`checked.network_id = it.id`)} last
    where ${mine} and (it.state in ('ACTIVE', 'CONSOLIDATED') and ${due} <= ${today}::date or it.state = 'CONSOLIDATED' and last.day is null)
    union all
    select 'consolidation-due', it.id, ${due}, json_build_object('subject', 'FORMAT', 'title', it.title, 'lastOn', last.day)
    from (select distinct format_id from consolidation_check where format_id is not null) once
      join participation_format it on it.id = once.format_id cross join lateral ${lastOf(sql`checked.format_id = it.id`)} last
    where ${planner} and it.state <> 'CANCELLED' and ${due} <= ${today}::date
    union all
    select 'consolidation-due', ${NO_OBJECT}::uuid, ${due}, json_build_object('subject', 'PLANNING', 'title', 'Sozialplanung', 'lastOn', last.day)
    from ${lastOf(sql`checked.subject = 'PLANNING'`)} last where ${planner} and ${due} <= ${today}::date`;
}

/** What the light of the network `it` has to know of its last check. */
export function lastCheckOfNetwork(day: string): Sql {
  return sql`(select json_build_object('on', checked.checked_on, 'open', coalesce((select json_agg(result.name order by result.position)
      from consolidation_result result where result.check_id = checked.id and not result.met), '[]'))
    from consolidation_check checked where checked.network_id = it.id and checked.checked_on <= ${day}::date
    order by checked.checked_on desc limit 1)`;
}

/** How many results of the network `it` bodies accepted in the cycle that runs; asked only of those called permanent. */
export function resultsOfNetwork(day: string): Sql {
  return sql`(case when it.state = 'CONSOLIDATED' then (select count(*) from (${acceptedResults('network', cycleBegan(day), day)}) accepted) end)`;
}
