import sql, { type Sql } from 'sql-template-tag';
import { hasRole, type Viewer } from '../access/viewer';
import { isInvited } from './meeting-sql';

/**
 * Over the alias `it`: who sees that the meeting exists and what it is about. Drafts are seen by those who plan. The
 * online link and the text of the invitation are for those who take part (`takesPart`).
 */
export function visibleMeetings(viewer: Viewer): Sql {
  if (viewer.kind === 'system' || hasRole(viewer, 'admin', 'planner')) return sql`true`;
  const open = viewer.roles.length > 0 ? sql`it.public` : sql`false`;
  return sql`(${changeableMeetings(viewer)} or (it.state <> 'DRAFT' and (${open} or ${takesPart(viewer)})))`;
}

/** Members of the network or committee and the invited: they read what is meant for the invited. */
export function takesPart(viewer: Viewer): Sql {
  return sql`(it.network_id = any(${viewer.networkIds}::uuid[]) or it.committee_id = any(${viewer.committeeIds}::uuid[]) or exists (
    select 1 from invitation where invitation.meeting_id = it.id and invitation.person_id = ${viewer.personId}::uuid and ${isInvited}))`;
}

/**
 * Whether a person (a uuid or null) reads the non-public part of the minutes of `it`: who sits in the body, or has sat in
 * it since the session. Of a body that is not kept here only the invited are known. Other meetings have no such part.
 */
export function readsClosedPart(personId: Sql, today: string): Sql {
  const heldOn = sql`least(coalesce((it.starts_at at time zone 'Europe/Berlin')::date, ${today}::date), ${today}::date)`;
  return sql`(it.type <> 'COMMITTEE'
    or (it.committee_id is not null and exists (select 1 from committee_seat seat
      where seat.committee_id = it.committee_id and seat.person_id = ${personId}
        and seat.from_day <= ${today}::date and (seat.to_day is null or seat.to_day >= ${heldOn})))
    or (it.committee_id is null and exists (select 1 from invitation
      where invitation.meeting_id = it.id and invitation.person_id = ${personId} and ${isInvited})))`;
}

/** Who sees invitees, their answers and what is meant for the office alone. */
export function staffMeetings(viewer: Viewer): Sql {
  return hasRole(viewer, 'admin') ? sql`true` : changeableMeetings(viewer);
}

/** Who plans, invites and takes minutes: planners everywhere, coordinators in their networks and where they began it. */
export function changeableMeetings(viewer: Viewer): Sql {
  if (viewer.kind === 'system' || hasRole(viewer, 'planner')) return sql`true`;
  if (!hasRole(viewer, 'coordinator')) return sql`false`;
  return sql`(it.network_id = any(${viewer.coordinatedNetworkIds}::uuid[])
    or (it.network_id is null and it.created_by_person_id = ${viewer.personId}::uuid))`;
}
