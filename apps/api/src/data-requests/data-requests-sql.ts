import sql, { join, raw, type Sql } from 'sql-template-tag';
import {
  awaitedDataRequestStates,
  endedDataRequestStates,
  interfaceRhythms,
  lastPeriod,
} from '@runder-tisch/domain/data-requests';
import { berlinDayBounds } from '@runder-tisch/domain/time';

/** Over the alias `it`: the partner has the ball. */
export const awaited = sql`it.state = any(${[...awaitedDataRequestStates]}::text[])`;

/** Over the alias `it`: awaited, and its day has passed. */
export function overdue(today: string): Sql {
  return sql`(${awaited} and it.due_on < ${today}::date)`;
}

/** The decided topic an interface of the register (its alias) is worked on with, as `WorkTopic`; null without one. */
export function topicOf(agreement: string): Sql {
  const it = raw(agreement);
  return sql`case when ${it}.work_place is null then null else json_build_object('place', ${it}.work_place, 'name', ${it}.work_reason) end`;
}

/** Over the alias `it`: nothing happens with it any more. */
export const ended = sql`it.state = any(${[...endedDataRequestStates]}::text[])`;

/**
 * What the rhythms of the register say one could ask for on a day, and nobody has since its period ended; the rhythm
 * is that of the version which answers for the period. Columns
 * `id, partner, name, work_place, period, ends_on, due_on, begun` (somebody has begun with this agreement).
 */
export function expectedDeliveries(today: string): Sql {
  const periods = interfaceRhythms.flatMap((rhythm) => {
    const period = lastPeriod(rhythm, today);
    if (!period) return [];
    const { label, startsOn, endsOn } = period;
    const { until } = berlinDayBounds(endsOn);
    return [
      sql`(${rhythm}::text, ${label}::text, ${startsOn}::date, ${endsOn}::date, ${until}::timestamptz)`,
    ];
  });
  return sql`
    select it.id, it.partner, it.name, it.work_place, period.label as period, period.ends_on,
           period.ends_on + term.days_to_deliver as due_on,
           coalesce(first.valid_from <= period.ends_on, asked.since is not null) as begun
    from interface_agreement it
    join interface_version term on term.agreement_id = it.id
    join (values ${join(periods)}) as period (rhythm, label, starts_on, ends_on, ended_at)
      on period.rhythm = term.rhythm and (term.counts_from is null or term.counts_from <= period.ends_on)
    join lateral (select early.valid_from from interface_version early where early.agreement_id = it.id
      order by early.valid_from nulls first limit 1) first on true
    left join lateral (select min(request.created_at) as since from data_request request
      where request.agreement_id = it.id) asked on true
    where it.active and it.direction = 'TO_PLANNING'
      and not exists (select 1 from interface_version later where later.agreement_id = it.id
        and later.counts_from <= period.starts_on and (term.valid_from is null or later.valid_from > term.valid_from))
      and not exists (select 1 from data_request request where request.agreement_id = it.id and request.created_at >= period.ended_at)`;
}

/** Of them what should be there by now, where somebody has begun with it. */
export function missedDeliveries(today: string): Sql {
  return sql`select * from (${expectedDeliveries(today)}) missed where missed.begun and missed.due_on < ${today}::date`;
}
