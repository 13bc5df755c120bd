import { Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import { committeeKindLabels } from '@runder-tisch/domain/committees';
import { formatStateLabels } from '@runder-tisch/domain/formats';
import { membershipRoleLabels, networkStateLabels } from '@runder-tisch/domain/networks';
import { type Page, wholeList } from '@runder-tisch/domain/lists';
import type { BodyView, LoadItem, StructureSeat } from '@runder-tisch/domain/structure';
import type { LoadQuery, StructureSeatQuery } from '@runder-tisch/domain/structure/bodies/bodies-requests';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { currentCommitteeSeats, visibleCommittees } from '../../committees/committees-access';
import { Database } from '../../database/database';
import { labelled } from '../../database/labelled';
import { byId, listPage } from '../../database/list-page';
import { personNameOf } from '../../database/person-name';
import { reference } from '../../database/reference';
import { contains } from '../../database/words';
import { visibleFormats } from '../../formats/formats-access';
import { tookPlace } from '../../meetings/held-meetings-sql';
import { currentSeats } from '../../networks/membership-sql';
import { networksWithMembers, visibleNetworks } from '../../networks/networks-access';

/** A load is that of a year. */
const MONTHS = 12;

@Injectable()
export class BodiesRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * What stands in the structure today: committees in use, networks that were not dissolved, formats under way and
   * those told back about within the last twelve months.
   */
  async list(viewer: Viewer): Promise<Page<BodyView>> {
    const today = berlinDay(this.clock.now());
    const sessions = (where: Sql): Sql =>
      sql`(select count(*)::int from meeting where ${where} and ${tookPlace(today, MONTHS)})`;
    return wholeList(
      await this.database.rows<BodyView>(sql`
        select body.kind, body.id, body.name, body.state, body.rhythm, body.above, body.seats, body.vacancies, body.sessions from (
          select 'COMMITTEE' as kind, it.id, it.name, ${raw(labelled('it.kind', committeeKindLabels))} as state, it.rhythm, null::json as above,
            seats.filled as seats, seats.empty as vacancies, ${sessions(sql`meeting.committee_id = it.id`)} as sessions, 1 as layer, it.position
          from committee it cross join lateral (select count(seat.person_id)::int as filled, count(*)::int - count(seat.person_id)::int as empty
            from committee_seat seat where seat.committee_id = it.id and seat.deputy_of_id is null and ${currentCommitteeSeats(today)}) seats
          where it.active and ${visibleCommittees(viewer)}
          union all
          select 'NETWORK', it.id, it.name, ${raw(labelled('it.state', networkStateLabels))}, ${rhythmOfNetwork}, ${reference('committee')},
            case when ${networksWithMembers(viewer)} then seats.filled end, case when ${networksWithMembers(viewer)} then seats.empty end,
            ${sessions(sql`meeting.network_id = it.id`)}, 2, 0
          from network it left join committee on committee.id = it.reports_to_committee_id and ${visibleCommittees(viewer)}
            cross join lateral (select count(membership.person_id)::int as filled, count(*)::int - count(membership.person_id)::int as empty
              from membership where membership.network_id = it.id and ${currentSeats(today)}) seats
          where it.state <> 'DISSOLVED' and ${visibleNetworks(viewer)}
          union all
          select 'FORMAT', it.id, it.title, ${raw(labelled('it.state', formatStateLabels))}, '', ${reference('network')}, null, null,
            ${sessions(sql`meeting.format_id = it.id`)}, 3, 0
          from participation_format it left join network on network.id = it.network_id
          where it.state not in ('DRAFT', 'CANCELLED') and (it.returned_at is null or it.returned_at >= ${today}::date - interval '12 months')
            and ${visibleFormats(viewer)}
        ) body order by body.layer, body.position, body.name collate "de-x-icu", body.id`),
    );
  }

  /** Who sits where today, with the empty seats: every body whose members the viewer may see. */
  seats(viewer: Viewer, query: StructureSeatQuery): Promise<Page<StructureSeat>> {
    const today = berlinDay(this.clock.now());
    return listPage<StructureSeat>(this.database, query, {
      from: seatsToday(viewer, today),
      where: [
        ...(query.kind ? [sql`it.kind = ${query.kind}`] : []),
        ...(query.vacant ? [sql`it.person_id is null`] : []),
        ...(query.search ? [contains(sql`it.words`, query.search)] : []),
      ],
      order: [
        { by: sql`it.kind`, type: 'text' },
        { by: sql`it.body_name collate "de-x-icu"`, type: 'text' },
        byId,
      ],
      columns: sql`it.id, it.kind, json_build_object('id', it.body_id, 'name', it.body_name) as body, it.role, it.voting, it.from_day::text as "fromDay",
        it.to_day::text as "toDay",
        ${reference('organisation')} as organisation, ${reference('person', personNameOf('person'))} as person,
        ${reference('deputy', personNameOf('deputy'))} as deputy`,
      joins: sql`left join organisation on organisation.id = it.organisation_id left join person on person.id = it.person_id
        left join person deputy on deputy.id = it.deputy_person_id`,
    });
  }

  /** Gremienlast, the heaviest first: seats of their own, and what the meetings of these bodies took in a year. */
  load(viewer: Viewer, query: LoadQuery): Promise<Page<LoadItem>> {
    const today = berlinDay(this.clock.now());
    return listPage<LoadItem>(this.database, query, {
      first: sql`held as materialized (
          select coalesce(meeting.network_id, meeting.committee_id) as body_id, count(*) as sessions,
            coalesce(sum(extract(epoch from meeting.ends_at - meeting.starts_at) / 60), 0) as minutes
          from meeting where coalesce(meeting.network_id, meeting.committee_id) is not null and ${tookPlace(today, MONTHS)} group by 1),
        place as materialized (
          select taken.who, taken.body_id, min(taken.body_name) as body_name, bool_and(taken.deputising) as deputising
          from (${placesOf(query.by, seatsToday(viewer, today))}) taken where taken.who is not null group by 1, 2),`,
      from: sql`(select place.who as id, count(*) filter (where not place.deputising)::int as bodies,
          count(*) filter (where place.deputising)::int as deputising,
          coalesce(sum(held.sessions) filter (where not place.deputising), 0)::int as sessions,
          coalesce(sum(held.minutes) filter (where not place.deputising), 0)::int as minutes,
          array_agg(place.body_name order by place.body_name) filter (where not place.deputising) as body_names
        from place left join held on held.body_id = place.body_id group by place.who)`,
      where: query.heavy ? [sql`it.minutes >= ${query.hours}::int * 60`] : [],
      order: [{ by: sql`it.minutes`, type: 'bigint' }, { by: sql`it.bodies`, type: 'bigint' }, byId],
      descending: true,
      once: true,
      columns: sql`it.id, it.bodies, it.deputising, it.sessions, it.minutes, coalesce(it.body_names, '{}') as "bodyNames",
        ${query.by === 'person' ? personNameOf('named') : sql`named.name`} as name`,
      joins: sql`join ${raw(query.by)} named on named.id = it.id`,
    });
  }
}

const rhythmOfNetwork = sql`concat_ws(', ', case it.meeting_interval_months when 1 then 'jeden Monat'
    else 'alle ' || it.meeting_interval_months || ' Monate' end, nullif(it.meeting_habit, ''))`;

/** Today's seats of networks and committees in one shape; a deputy of a committee stands with the seat. */
function seatsToday(viewer: Viewer, today: string): Sql {
  const words = (body: Sql): Sql =>
    sql`concat_ws(' ', ${body}, (select organisation.name from organisation where organisation.id = seat.organisation_id),
      (select ${personNameOf('person')} from person where person.id = seat.person_id))`;
  return sql`(
    select 'NETWORK' as kind, seat.id, it.id as body_id, it.name as body_name, seat.organisation_id, seat.person_id, seat.deputy_person_id,
      ${raw(labelled('seat.role', membershipRoleLabels))} as role, null::boolean as voting, seat.from_day, seat.to_day, ${words(sql`it.name`)} as words
    from network it join (select * from membership where ${currentSeats(today)}) seat on seat.network_id = it.id
    where it.state <> 'DISSOLVED' and ${networksWithMembers(viewer)}
    union all
    select 'COMMITTEE', seat.id, it.id, it.name, null, seat.person_id, deputy.person_id,
      coalesce(nullif(seat.office, ''), case when seat.voting then 'Mitglied' else 'beratend' end), seat.voting, seat.from_day, seat.to_day, ${words(sql`it.name`)}
    from committee it join (select seat.*, null::uuid as organisation_id from committee_seat seat where ${currentCommitteeSeats(today)}) seat
        on seat.committee_id = it.id and seat.deputy_of_id is null
      left join lateral (select second.person_id from committee_seat second where second.deputy_of_id = seat.id
        and second.from_day <= ${today}::date and (second.to_day is null or second.to_day >= ${today}::date)
        order by second.from_day, second.id limit 1) deputy on true
    where it.active and ${visibleCommittees(viewer)})`;
}

/** Who takes which place: people their own and those they deputise for, organisations those of networks. */
function placesOf(by: LoadQuery['by'], seats: Sql): Sql {
  if (by === 'organisation')
    return sql`select seat.organisation_id as who, seat.body_id, seat.body_name, false as deputising from ${seats} seat where seat.person_id is not null`;
  return sql`select place.who, seat.body_id, seat.body_name, place.deputising from ${seats} seat
    cross join lateral (values (seat.person_id, false), (seat.deputy_person_id, true)) place (who, deputising)`;
}
