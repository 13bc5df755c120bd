import sql, { type Sql } from 'sql-template-tag';
import { mayWith } from '@runder-tisch/domain/accounts';
import type { Viewer } from '../access/viewer';

/** Which rows (alias `it`) this viewer sees. */
export function visibleFindings(viewer: Viewer): Sql {
  return mayWith(viewer.roles, 'finding:read') ? sql`true` : sql`false`;
}

/** Which of them this viewer changes. */
export function changeableFindings(viewer: Viewer): Sql {
  return mayWith(viewer.roles, 'finding:change') ? sql`true` : sql`false`;
}
