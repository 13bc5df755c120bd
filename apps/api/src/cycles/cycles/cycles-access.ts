import sql, { type Sql } from 'sql-template-tag';
import { mayWith } from '@runder-tisch/domain/accounts';
import { hasRole, type Viewer } from '../../access/viewer';

/** Everybody who works here knows which cycle runs (alias `it`); what they see in it are steps and counts. */
export function visibleCycles(viewer: Viewer): Sql {
  return mayWith(viewer.roles, 'cycle:read') ? sql`true` : sql`false`;
}

export function changeableCycles(viewer: Viewer): Sql {
  return mayWith(viewer.roles, 'cycle:change') ? sql`true` : sql`false`;
}

/** Who works on steps of it. */
export function workedOnCycles(viewer: Viewer): Sql {
  return mayWith(viewer.roles, 'cycle:work') ? sql`true` : sql`false`;
}

/** What is counted are networks, formats and indicators of the whole county: the office sees them. */
export function seesCounters(viewer: Viewer): boolean {
  return hasRole(viewer, 'admin', 'planner', 'coordinator');
}
