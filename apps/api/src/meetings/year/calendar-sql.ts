import sql, { raw, type Sql } from 'sql-template-tag';
import { hasRole, type Viewer } from '../../access/viewer';
import { personNameOf } from '../../database/person-name';
import { changeableMeetings, takesPart, visibleMeetings } from '../meetings-access';

/** Meetings (alias `it`) that keep their time: neither called off nor without a date. */
export const takesTime = sql`it.starts_at is not null and it.state not in ('CANCELLED', 'POSTPONED')`;

/**
 * Over the alias `it`: what stands in the calendar of this viewer. The office, who choose dates, also know when other
 * bodies meet: of these only the body's name and the time are told, and never a draft.
 */
export function inCalendar(viewer: Viewer): Sql {
  const office = hasRole(viewer, 'admin', 'planner', 'coordinator')
    ? sql`(it.state <> 'DRAFT' and (it.network_id is not null or it.committee_id is not null))`
    : sql`false`;
  return sql`(${visibleMeetings(viewer)} or ${office})`;
}

/** Over `it`: where the viewer takes part or plans for a body of theirs. */
export function isMine(viewer: Viewer): Sql {
  return sql`coalesce(${takesPart(viewer)} or it.network_id = any(${viewer.coordinatedNetworkIds}::uuid[])
    or it.created_by_person_id = ${viewer.personId}::uuid, false)`;
}

/** What a meeting (`it`, with `network` and `committee` beside it) is called to a viewer. */
export function labelOf(viewer: Viewer): Sql {
  return sql`case when ${visibleMeetings(viewer)} then it.title else coalesce(network.name, committee.name, 'Anderer Termin') end`;
}

/** Over `it`: whom a viewer learns to be wanted twice: those of meetings they plan. */
export function plannedBy(viewer: Viewer): Sql {
  return changeableMeetings(viewer);
}

/** The day of Berlin an instant falls on. */
export function dayOf(instant: Sql): Sql {
  return sql`(${instant} at time zone 'Europe/Berlin')::date`;
}

/**
 * Rows `meeting_id, who, name`: whom each meeting of the relation `of` (columns `id, network_id, committee_id, day`) wants.
 * The list of invitees says it, and while nobody is in it the seats of its network or committee on that day. `who` is the
 * person, or a key made of the address of somebody nobody knows; a function mailbox is no person and may be asked twice. The
 * name is that of the list and null for seats: it is looked up for those alone whom somebody is told about. Lists are read
 * one by one: a year's meetings are few beside all invitations there ever were.
 */
export function wantedAt(of: string): Sql {
  const meetings = raw(of);
  return sql`
    select ${meetings}.id as meeting_id, listed.who, listed.name from ${meetings} cross join lateral (
      select coalesce(invitation.person_id, md5(lower(invitation.mail))::uuid) as who, invitation.name from invitation
      where invitation.meeting_id = ${meetings}.id and invitation.uninvited_at is null and invitation.answer <> 'DECLINED'
        and invitation.organisation_id is null offset 0) listed
    union all
    select ${meetings}.id, coalesce(membership.person_id, membership.deputy_person_id), null
    from ${meetings} join membership on membership.network_id = ${meetings}.network_id
        and membership.from_day <= ${meetings}.day and (membership.to_day is null or membership.to_day >= ${meetings}.day)
    where coalesce(membership.person_id, membership.deputy_person_id) is not null and ${nobodyListed(meetings)}
    union all
    select ${meetings}.id, seat.person_id, null
    from ${meetings} join committee_seat seat on seat.committee_id = ${meetings}.committee_id and seat.deputy_of_id is null
        and seat.from_day <= ${meetings}.day and (seat.to_day is null or seat.to_day >= ${meetings}.day)
    where seat.person_id is not null and ${nobodyListed(meetings)}`;
}

/** What somebody is called: as the list says, or as a person; over `listed`, a name or null, and `person` beside it. */
export function nameOrPerson(listed: Sql): Sql {
  return sql`coalesce(${listed}, ${personNameOf('person')})`;
}

function nobodyListed(meetings: Sql): Sql {
  return sql`not exists (select 1 from invitation where invitation.meeting_id = ${meetings}.id and invitation.uninvited_at is null)`;
}
