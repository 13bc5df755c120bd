import sql, { type Sql } from 'sql-template-tag';
import { hasRole, type Viewer } from '../access/viewer';

/**
 * Over the alias `it`: planners read all, coordinators what they wrote and what went to a network of theirs. A draft is
 * for whoever writes it and for planners, who may go on with it.
 */
export function visibleMessages(viewer: Viewer): Sql {
  if (viewer.kind === 'system' || hasRole(viewer, 'planner')) return sql`true`;
  if (!hasRole(viewer, 'coordinator')) return sql`false`;
  return sql`(it.author_account_id = ${viewer.accountId}::uuid or (it.sent_at is not null and exists (
    select 1 from message_target where message_target.message_id = it.id
      and message_target.network_id = any(${viewer.coordinatedNetworkIds}::uuid[]))))`;
}

/** Who writes on, sends and takes back. */
export function changeableMessages(viewer: Viewer): Sql {
  if (viewer.kind === 'system' || hasRole(viewer, 'planner')) return sql`true`;
  if (!hasRole(viewer, 'coordinator')) return sql`false`;
  return sql`it.author_account_id = ${viewer.accountId}::uuid`;
}

/** Its Unterlagen can be changed as long as nobody has them. */
export function draftMessages(viewer: Viewer): Sql {
  return sql`(it.sent_at is null and ${changeableMessages(viewer)})`;
}
