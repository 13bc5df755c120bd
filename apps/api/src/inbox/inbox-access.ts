import sql, { type Sql } from 'sql-template-tag';
import { hasRole, type Viewer } from '../access/viewer';
import { changeableMeetings } from '../meetings/meetings-access';

/**
 * Over the alias `it`: planners read all, coordinators what belongs to their meetings and networks, answers what they
 * sent, or belongs to nobody, as mail to the office does.
 */
export function visibleInbox(viewer: Viewer): Sql {
  if (viewer.kind === 'system' || hasRole(viewer, 'planner')) return sql`true`;
  if (!hasRole(viewer, 'coordinator')) return sql`false`;
  return sql`(it.account_id = ${viewer.accountId}::uuid
    or it.network_id = any(${viewer.coordinatedNetworkIds}::uuid[])
    or it.meeting_id in (select it.id from meeting it where ${changeableMeetings(viewer)})
    or (it.account_id is null and it.network_id is null and it.meeting_id is null and it.state not in ('TRYING', 'SET_ASIDE')))`;
}
