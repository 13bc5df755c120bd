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
 * What the rhythms of the register say one could ask for on a day, and nobody has since its period ended. Columns
 * `id, partner, name, work_place, period, ends_on`.
 */
export function expectedDeliveries(today: string): Sql {
  const periods = interfaceRhythms.flatMap((rhythm) => {
    const period = lastPeriod(rhythm, today);
    if (!period) return [];
    const { until } = berlinDayBounds(period.endsOn);
    return [sql`(${rhythm}::text, ${period.label}::text, ${period.endsOn}::date, ${until}::timestamptz)`];
  });
  return sql`
    select it.id, it.partner, it.name, it.work_place, period.label as period, period.ends_on
    from interface_agreement it join (values ${join(periods)}) as period (rhythm, label, ends_on, ended_at) on period.rhythm = it.rhythm
    where it.active and it.direction = 'TO_PLANNING'
      and not exists (select 1 from data_request asked where asked.agreement_id = it.id and asked.created_at >= period.ended_at)`;
}
