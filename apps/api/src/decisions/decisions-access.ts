import sql, { type Sql } from 'sql-template-tag';
import { mayWith } from '@runder-tisch/domain/accounts';
import type { Viewer } from '../access/viewer';

/** Which rows (alias `it`) this viewer sees: what the county has to decide is known to all who plan or advise it. */
export function visibleDecisions(viewer: Viewer): Sql {
  return mayWith(viewer.roles, 'decision:read') ? sql`true` : sql`false`;
}

/** Which of them this viewer changes. */
export function changeableDecisions(viewer: Viewer): Sql {
  return mayWith(viewer.roles, 'decision:change') ? sql`true` : sql`false`;
}
