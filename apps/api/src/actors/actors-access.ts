import sql, { type Sql } from 'sql-template-tag';
import { hasRole, type Viewer } from '../access/viewer';

/** Everybody signed in sees that an organisation exists; people only the office and their own colleagues. */
export function visibleOrganisations(viewer: Viewer): Sql {
  if (hasRole(viewer, 'admin', 'planner', 'coordinator', 'provider', 'reader')) return sql`true`;
  return sql`false`;
}

export function visiblePeople(viewer: Viewer): Sql {
  if (hasRole(viewer, 'admin', 'planner', 'coordinator')) return sql`true`;
  return sql`(it.id = ${viewer.personId} or exists (
    select 1 from representation where representation.person_id = it.id
      and representation.organisation_id = any(${viewer.organisationIds}::uuid[])))`;
}

/** Gesprächsvermerke are for the office alone. */
export function visibleConversations(viewer: Viewer): Sql {
  return hasRole(viewer, 'admin', 'planner', 'coordinator') ? sql`true` : sql`false`;
}
