import { Injectable } from '@nestjs/common';
import sql, { join } from 'sql-template-tag';
import { type YearMeeting, yearLimits, yearProblems, type YearView } from '@runder-tisch/domain/meetings';
import type { YearQuery } from '@runder-tisch/domain/meetings/year/year-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import {
  berlinDayBounds,
  type Day,
  daysBetween,
  holidaysBetween,
  isDay,
  stateNames,
} from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { personNameOf } from '../../database/person-name';
import { reference } from '../../database/reference';
import { problem } from '../../problem/problem';
import { CalendarPeriods } from '../../settings/calendar-periods';
import { visibleMeetings } from '../meetings-access';
import { dayOf, inCalendar, isMine, labelOf, plannedBy, takesTime, wantedAt } from './calendar-sql';

/** So many names say who is wanted twice; the number says the rest. */
const NAMES = 5;

@Injectable()
export class YearRepository {
  constructor(
    private readonly database: Database,
    private readonly periods: CalendarPeriods,
  ) {}

  async of(viewer: Viewer, query: YearQuery): Promise<YearView> {
    assertSpan(query.from, query.to);
    const [state, periods, meetings] = await Promise.all([
      this.periods.state(),
      this.periods.between(query.from, query.to),
      this.meetings(viewer, query),
    ]);
    return {
      from: query.from,
      to: query.to,
      state: stateNames[state],
      holidays: holidaysBetween(query.from, query.to, state),
      periods: periods.map(({ id, kind, name, fromDay, toDay }) => ({ id, kind, name, fromDay, toDay })),
      meetings,
    };
  }

  /**
   * All meetings of a time, and for each the others that want the same people at the same hour. One statement: which
   * meetings overlap is found by day, and only whom these want is held against each other. Names are looked up of those
   * alone who are named.
   */
  private meetings(viewer: Viewer, query: YearQuery): Promise<YearMeeting[]> {
    const [from, until] = [berlinDayBounds(query.from).from, berlinDayBounds(query.to).until];
    const asked = join(
      [
        sql`true`,
        ...(query.networkId ? [sql`it.network_id = ${query.networkId}`] : []),
        ...(query.committeeId ? [sql`it.committee_id = ${query.committeeId}`] : []),
        ...(query.formatId ? [sql`it.format_id = ${query.formatId}`] : []),
        ...(query.mine ? [isMine(viewer)] : []),
      ],
      ' and ',
    );
    return this.database.rows<YearMeeting>(sql`
      with it as materialized (
        select it.id, it.title, it.type, it.state, it.starts_at, it.ends_at, it.place, it.network_id, it.committee_id, it.format_id,
               it.created_by_person_id, it.public, ${dayOf(sql`it.starts_at`)} as day, ${plannedBy(viewer)} as planned,
               ${visibleMeetings(viewer)} as open, ${labelOf(viewer)} as label, coalesce(${asked}, false) as asked
        from meeting it left join network on network.id = it.network_id left join committee on committee.id = it.committee_id
        where it.starts_at < ${until} and it.ends_at > ${from} and ${takesTime} and ${inCalendar(viewer)}),
      pair as materialized (
        select one.id, other.id as other_id, one.planned or other.planned as planned
        from it one join it other on other.day = one.day and other.id > one.id
          and other.starts_at < one.ends_at and other.ends_at > one.starts_at
        where one.asked or other.asked),
      paired as materialized (
        select it.id, it.network_id, it.committee_id, it.day from it
        where it.id in (select id from pair union select other_id from pair)),
      wanted as materialized (${wantedAt('paired')}),
      twice as (
        select distinct on (pair.id, pair.other_id, one.who) pair.id as meeting_id, pair.other_id, one.who, coalesce(one.name, other.name) as name
        from pair join wanted one on one.meeting_id = pair.id
          join wanted other on other.meeting_id = pair.other_id and other.who = one.who
        where pair.planned or one.who = ${viewer.personId}::uuid
        order by pair.id, pair.other_id, one.who),
      placed as (select twice.*, row_number() over (partition by meeting_id, other_id order by who) as place from twice),
      clash as (
        select placed.meeting_id, placed.other_id, count(*)::int as count,
               array_agg(coalesce(placed.name, known.name) order by coalesce(placed.name, known.name)) filter (where place <= ${NAMES}) as people
        from placed left join lateral (
          select ${personNameOf('person')} as name from person where person.id = placed.who and placed.place <= ${NAMES} and placed.name is null offset 0) known on true
        group by 1, 2),
      each_side as (select meeting_id, other_id, count, people from clash union all select other_id, meeting_id, count, people from clash),
      clashes as (
        select side.meeting_id, json_agg(json_build_object('meetingId', case when other.open then other.id end, 'label', other.label,
                 'count', side.count, 'people', side.people) order by other.starts_at, other.id) as list
        from each_side side join it other on other.id = side.other_id group by 1)
      select case when it.open then it.id end as id, it.label, it.type, it.state, it.starts_at as "startsAt", it.ends_at as "endsAt",
             case when it.open then it.place else '' end as place, ${reference('network')} as network, ${reference('committee')} as committee,
             case when it.open then ${reference('format', sql`format.title`)} end as format, ${isMine(viewer)} as mine,
             coalesce(clashes.list, '[]') as clashes
      from it left join network on network.id = it.network_id left join committee on committee.id = it.committee_id
        left join participation_format format on format.id = it.format_id left join clashes on clashes.meeting_id = it.id
      where it.asked order by it.starts_at, it.id`);
  }
}

function assertSpan(from: Day, to: Day): void {
  for (const [path, day] of [
    ['from', from],
    ['to', to],
  ] as const)
    if (!isDay(day))
      throw problem(generalProblems, 'invalid-input', [
        { path, code: 'day', detail: 'Diesen Tag gibt es nicht.' },
      ]);
  const days = daysBetween(from, to);
  if (days < 0) throw problem(yearProblems, 'year-ends-before-start', 'to');
  if (days > yearLimits.days) throw problem(yearProblems, 'year-too-long', 'to');
}
