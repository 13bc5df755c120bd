import sql, { type Sql } from 'sql-template-tag';
import { hasRole, type Viewer } from '../access/viewer';

/** The office sees every format; members see those of their networks that are no drafts any more. */
export function visibleFormats(viewer: Viewer): Sql {
  if (hasRole(viewer, 'admin', 'planner', 'coordinator')) return sql`true`;
  return sql`(it.network_id = any(${viewer.networkIds}::uuid[]) and it.state <> 'DRAFT')`;
}

/** Planners change every format, coordinators those of their own networks and those without one. */
export function changeableFormats(viewer: Viewer): Sql {
  if (hasRole(viewer, 'planner')) return sql`true`;
  if (hasRole(viewer, 'coordinator')) {
    return sql`(it.network_id is null or it.network_id = any(${viewer.coordinatedNetworkIds}::uuid[]))`;
  }
  return sql`false`;
}
