import sql, { type Sql } from 'sql-template-tag';
import { hasRole, type Viewer } from '../../access/viewer';

/**
 * Over the alias `it`: letters this viewer reads. They quote Hinweise, so of the office only planners read them all;
 * those who speak for an organisation read what was written to it.
 */
export function visibleYearLetters(viewer: Viewer): Sql {
  if (viewer.kind === 'system' || hasRole(viewer, 'planner')) return sql`true`;
  if (viewer.kind !== 'account') return sql`false`;
  return sql`(it.organisation_id = any(${viewer.organisationIds}::uuid[]))`;
}
