import sql, { type Sql } from 'sql-template-tag';
import { isInvited } from './meeting-sql';

/**
 * Meetings that took place in the months before and on a day, with how many were invited and how many came: rows
 * `"on", invited, present`. Guests do not count. Where nobody was invited by mail, those the list of presence knows
 * as members were.
 * @param where condition over `meeting`
 */
export function heldMeetings(where: Sql, day: string, months: number): Sql {
  return sql`select (meeting.starts_at at time zone 'Europe/Berlin')::date as "on", greatest(asked.count, there.known) as invited, there.present
    from meeting
    cross join lateral (select count(*) from invitation where invitation.meeting_id = meeting.id and ${isInvited}) asked
    cross join lateral (select count(*) filter (where attendance.present) as present, count(*) as known from attendance
      where attendance.meeting_id = meeting.id and (attendance.invitation_id is not null or exists (
        select 1 from membership where membership.network_id = meeting.network_id
          and attendance.person_id in (membership.person_id, membership.deputy_person_id)))) there
    where ${where} and ${tookPlace(day, months)}`;
}

/** Over `meeting`: it was held in the months before this day or on it. */
export function tookPlace(day: string, months: number): Sql {
  return sql`meeting.state in ('HELD', 'MINUTES_APPROVED')
    and meeting.starts_at >= (${day}::date - make_interval(months => ${months}::int)) at time zone 'Europe/Berlin'
    and meeting.starts_at < (${day}::date + 1)::timestamp at time zone 'Europe/Berlin'`;
}

/** What the light of a network (alias `it`) has to know of its meetings, as the JSON of `MeetingFacts`. */
export function meetingsOfNetwork(day: string): Sql {
  return sql`(select json_build_object('held', count(*), 'lastOn', max(held."on"),
      'invited', coalesce(sum(held.invited), 0), 'present', coalesce(sum(held.present), 0),
      'planned', exists (select 1 from meeting next where next.network_id = it.id and next.state in ('DRAFT', 'SCHEDULED', 'INVITED')
        and next.starts_at >= ${day}::date::timestamp at time zone 'Europe/Berlin'))
    from (${heldMeetings(sql`meeting.network_id = it.id`, day, 12)}) held)`;
}
