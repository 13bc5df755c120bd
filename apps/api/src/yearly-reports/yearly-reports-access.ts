import sql, { type Sql } from 'sql-template-tag';
import { hasRole, type Viewer } from '../access/viewer';

/** Over the network `it`: whoever coordinates it, and the planning. It tells of Hinweise, which administrators do not read. */
export function reportedNetworks(viewer: Viewer): Sql {
  if (viewer.kind === 'system' || hasRole(viewer, 'planner')) return sql`true`;
  if (hasRole(viewer, 'coordinator')) return sql`it.id = any(${viewer.coordinatedNetworkIds}::uuid[])`;
  return sql`false`;
}
