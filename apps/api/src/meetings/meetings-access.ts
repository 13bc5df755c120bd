import sql, { type Sql } from 'sql-template-tag';
import { hasRole, type Viewer } from '../access/viewer';

/**
 * Over the alias `it`. Planners and admins see every meeting; coordinators those of their networks, their own and
 * those without a network; whoever is invited or sits in the network sees a meeting once it is more than a draft.
 */
export function visibleMeetings(viewer: Viewer): Sql {
  if (hasRole(viewer, 'admin', 'planner')) return sql`true`;
  const takesPart = sql`(it.state <> 'DRAFT' and (
    it.network_id = any(${viewer.networkIds}::uuid[])
    or exists (select 1 from invitation where invitation.meeting_id = it.id and invitation.person_id = ${viewer.personId}::uuid
               and invitation.invited_at is not null and invitation.uninvited_at is null)))`;
  const open = hasRole(viewer, 'admin', 'planner', 'coordinator', 'provider', 'reader') ? sql`(it.public and it.state <> 'DRAFT')` : sql`false`;
  return sql`(${changeableMeetings(viewer)} or ${takesPart} or ${open})`;
}

/** Over the alias `it`: who plans, invites and takes minutes. Coordinators only for their own networks. */
export function changeableMeetings(viewer: Viewer): Sql {
  if (viewer.kind === 'system' || hasRole(viewer, 'planner')) return sql`true`;
  if (!hasRole(viewer, 'coordinator')) return sql`false`;
  return sql`(it.network_id = any(${viewer.coordinatedNetworkIds}::uuid[])
    or (it.network_id is null and it.created_by_person_id = ${viewer.personId}::uuid))`;
}
