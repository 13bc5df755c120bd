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
