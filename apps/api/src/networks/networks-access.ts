import sql, { type Sql } from 'sql-template-tag';
import { generalProblems } from '@runder-tisch/domain/problem';
import { hasRole, type Viewer } from '../access/viewer';
import { problem } from '../problem/problem';

/** Everybody signed in may know which networks there are. */
export function visibleNetworks(viewer: Viewer): Sql {
  return viewer.roles.length > 0 || viewer.kind === 'system' ? sql`true` : sql`false`;
}

/** Who sits in it: the office and readers for every network, everybody else for their own. */
export function networksWithMembers(viewer: Viewer): Sql {
  if (hasRole(viewer, 'admin', 'planner', 'coordinator', 'reader') || viewer.kind === 'system')
    return sql`true`;
  return sql`it.id = any(${viewer.networkIds}::uuid[])`;
}

/** Addresses of the members: the office, and members among themselves. */
export function networksWithContacts(viewer: Viewer): Sql {
  if (hasRole(viewer, 'admin', 'planner', 'coordinator')) return sql`true`;
  return sql`it.id = any(${viewer.networkIds}::uuid[])`;
}

/** A network is changed by those who coordinate it, alone or as deputy, and by administrators. */
export function changeableNetworks(viewer: Viewer): Sql {
  if (hasRole(viewer, 'admin') || viewer.kind === 'system') return sql`true`;
  if (hasRole(viewer, 'coordinator')) return sql`it.id = any(${viewer.coordinatedNetworkIds}::uuid[])`;
  return sql`false`;
}

/** What is planned for a network is planned by the office or its coordination; without a network by any of them. */
export function assertPlansFor(viewer: Viewer, networkId: string | null): void {
  if (networkId === null || viewer.kind === 'system' || hasRole(viewer, 'planner')) return;
  if (!viewer.coordinatedNetworkIds.includes(networkId)) throw problem(generalProblems, 'forbidden');
}
