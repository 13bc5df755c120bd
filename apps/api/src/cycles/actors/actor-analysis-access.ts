import sql, { type Sql } from 'sql-template-tag';
import { mayWith } from '@runder-tisch/domain/accounts';
import type { Viewer } from '../../access/viewer';

/** Who judges whom is for the county's staff alone: cycles (alias `it`) whose Akteursanalyse this viewer sees. */
export function visibleAnalyses(viewer: Viewer): Sql {
  return mayWith(viewer.roles, 'actor-analysis:read') ? sql`true` : sql`false`;
}

export function changeableAnalyses(viewer: Viewer): Sql {
  return mayWith(viewer.roles, 'actor-analysis:change') ? sql`true` : sql`false`;
}
