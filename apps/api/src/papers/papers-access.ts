import sql, { type Sql } from 'sql-template-tag';
import { mayWith } from '@runder-tisch/domain/accounts';
import { hasRole, type Viewer } from '../access/viewer';

/**
 * Over the alias `it`: the office reads all. Those who decide read what is before committees: what is public, and of the
 * bodies they sit in what is not as well.
 */
export function visiblePapers(viewer: Viewer): Sql {
  if (viewer.kind === 'system' || hasRole(viewer, 'admin', 'planner', 'coordinator')) return sql`true`;
  if (!mayWith(viewer.roles, 'paper:read')) return sql`false`;
  return sql`(it.state <> 'DRAFT' and (not it.confidential or ${inOwnCommittee(viewer)}))`;
}

/** Who deals with it: the office, and who sits in a body it goes to. */
export function consultedOnPapers(viewer: Viewer): Sql {
  if (viewer.kind === 'system' || hasRole(viewer, 'admin', 'planner', 'coordinator')) return sql`true`;
  return inOwnCommittee(viewer);
}

function inOwnCommittee(viewer: Viewer): Sql {
  return sql`exists (select 1 from paper_consultation own
    where own.paper_id = it.id and own.committee_id = any(${viewer.committeeIds}::uuid[]))`;
}

/** Which of them this viewer changes. */
export function changeablePapers(viewer: Viewer): Sql {
  return mayWith(viewer.roles, 'paper:change') ? sql`true` : sql`false`;
}
