import sql, { type Sql } from 'sql-template-tag';
import type { Viewer } from '../../access/viewer';
import type { HistoryOf } from '../../contribution';
import { visibleCommittees } from '../committees-access';

/** When a person took a seat in a committee and when it ended. */
export function committeeSeatsHistory(viewer: Viewer, { of, id }: HistoryOf): Sql {
  const whose = of === 'person' ? sql`seat.person_id = ${id}::uuid` : sql`false`;
  return sql`
    select 'seat', seat.id, moment.day::timestamp at time zone 'Europe/Berlin',
           case when moment.begins then 'Sitz im Gremium: ' else 'Sitz endete: ' end || it.name,
           case when seat.deputy_of_id is null then seat.office else 'Vertretung' end, null::date, '/planung/gremien/' || it.id || '/mitglieder'
    from committee_seat seat join committee it on it.id = seat.committee_id
      cross join lateral (values (seat.from_day, true), (seat.to_day, false)) moment (day, begins)
    where moment.day is not null and ${whose} and ${visibleCommittees(viewer)}`;
}
