import sql, { type Sql } from 'sql-template-tag';
import { personNameOf } from '../database/person-name';
import type { Viewer } from '../access/viewer';
import type { HistoryOf } from '../contribution';
import { networksWithMembers } from './networks-access';

/** When somebody took a seat and when it ended. */
export function seatsHistory(viewer: Viewer, { of, id }: HistoryOf): Sql {
  const whose =
    of === 'organisation'
      ? sql`membership.organisation_id = ${id}::uuid`
      : sql`${id}::uuid in (membership.person_id, membership.deputy_person_id)`;
  return sql`
    select 'seat', membership.id, moment.day::timestamp at time zone 'Europe/Berlin',
           case when moment.begins then 'Sitz im Netzwerk: ' else 'Sitz endete: ' end || it.name,
           coalesce(${personNameOf('person')}, 'unbesetzt'), null::date, '/netzwerke/' || it.id
    from membership join network it on it.id = membership.network_id left join person on person.id = membership.person_id
      cross join lateral (values (membership.from_day, true), (membership.to_day, false)) moment (day, begins)
    where moment.day is not null and ${whose} and ${networksWithMembers(viewer)}`;
}
