import sql, { type Sql } from 'sql-template-tag';
import { hasRole, type Viewer } from '../access/viewer';

/** Whose task it is: the person's own, their organisation's. */
export function ownTasks(viewer: Viewer): Sql {
  return sql`(it.person_id = ${viewer.personId}::uuid or it.organisation_id = any(${viewer.organisationIds}::uuid[]))`;
}

/** Planning and administration see all; coordinators what belongs to no network or to theirs; everybody their own and their networks'. */
export function visibleTasks(viewer: Viewer): Sql {
  if (hasRole(viewer, 'planner', 'admin') || viewer.kind === 'system') return sql`true`;
  if (viewer.kind === 'public') return sql`false`;
  const shared = hasRole(viewer, 'coordinator') ? sql`it.network_id is null` : sql`false`;
  return sql`(${shared} or it.network_id = any(${viewer.networkIds}::uuid[]) or ${ownTasks(viewer)})`;
}

/** Changing what a task says: planners all, coordinators those of no network and of the networks they coordinate. */
export function changeableTasks(viewer: Viewer): Sql {
  if (hasRole(viewer, 'planner') || viewer.kind === 'system') return sql`true`;
  if (!hasRole(viewer, 'coordinator')) return sql`false`;
  return sql`(it.network_id is null or it.network_id = any(${viewer.coordinatedNetworkIds}::uuid[]))`;
}

/** Ticking off: whoever may change it, and those whose task it is. */
export function doableTasks(viewer: Viewer): Sql {
  return sql`(${changeableTasks(viewer)} or ${ownTasks(viewer)})`;
}
