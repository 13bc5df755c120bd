import sql, { type Sql } from 'sql-template-tag';
import { mayWith } from '@runder-tisch/domain/accounts';
import type { Viewer } from '../access/viewer';

/** Which rows (alias `it`) this viewer sees. */
export function visibleMeasures(viewer: Viewer): Sql {
  return mayWith(viewer.roles, 'measure:read') ? sql`true` : sql`false`;
}

/** Which of them this viewer changes. */
export function changeableMeasures(viewer: Viewer): Sql {
  return mayWith(viewer.roles, 'measure:change') ? sql`true` : sql`false`;
}
