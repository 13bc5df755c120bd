import sql, { type Sql } from 'sql-template-tag';
import { hasRole, type Viewer } from '../access/viewer';

/** Offers everybody may read, as confirmed; drafts and changes of them never. */
export const publicServices: Sql = sql`it.state = 'PUBLISHED'`;

/** Offers a viewer knows from inside: the office all of them, an organisation its own, drafts included. */
export function innerServices(viewer: Viewer): Sql {
  if (hasRole(viewer, 'admin', 'planner', 'coordinator') || viewer.kind === 'system') return sql`true`;
  if (hasRole(viewer, 'provider')) return sql`it.organisation_id = any(${viewer.organisationIds}::uuid[])`;
  return sql`false`;
}

export function visibleServices(viewer: Viewer): Sql {
  if (hasRole(viewer, 'admin', 'planner', 'coordinator', 'provider', 'reader') || viewer.kind === 'system')
    return sql`(${innerServices(viewer)} or ${publicServices})`;
  return sql`false`;
}

/** The version a viewer sees: what is worked on from inside, what is confirmed from outside. */
export function shownVersion(viewer: Viewer): Sql {
  return sql`case when ${innerServices(viewer)} then it.current_version_id else it.confirmed_version_id end`;
}

/** Whether the viewer acts for the office, which confirms. */
export function actsForOffice(viewer: Viewer): boolean {
  return hasRole(viewer, 'planner', 'coordinator') || viewer.kind === 'system';
}
