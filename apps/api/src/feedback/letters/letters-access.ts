import sql, { type Sql } from 'sql-template-tag';
import { hasRole, type Viewer } from '../../access/viewer';
import type { ChangeRights } from '../../database/for-change';

/**
 * Over the alias `it`: letters this viewer makes Hinweise of, the same people who work on those. Whoever wrote one sees
 * what became of the Hinweise out of it, not the marks of the office.
 */
export function handledLetters(viewer: Viewer): Sql {
  if (viewer.kind === 'system' || hasRole(viewer, 'planner')) return sql`true`;
  if (!hasRole(viewer, 'coordinator')) return sql`false`;
  return sql`(it.network_id = any(${viewer.coordinatedNetworkIds}::uuid[])
    or it.entered_by_account_id = ${viewer.accountId}::uuid)`;
}

export function letterRights(viewer: Viewer): ChangeRights {
  return { table: 'incoming_letter', visible: handledLetters(viewer), may: handledLetters(viewer) };
}
