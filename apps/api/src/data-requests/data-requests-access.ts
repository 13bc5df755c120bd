import sql, { type Sql } from 'sql-template-tag';
import { mayWith } from '@runder-tisch/domain/accounts';
import type { Viewer } from '../access/viewer';

/** Which rows (alias `it`) this viewer sees: requests, deliveries and the register belong to planning alone. */
export function visibleDataRequests(viewer: Viewer): Sql {
  return mayWith(viewer.roles, 'data-request:read') ? sql`true` : sql`false`;
}

/** Which of them this viewer changes. */
export function changeableDataRequests(viewer: Viewer): Sql {
  return mayWith(viewer.roles, 'data-request:change') ? sql`true` : sql`false`;
}
