import sql, { type Sql } from 'sql-template-tag';
import { mayWith } from '@runder-tisch/domain/accounts';
import type { Viewer } from '../access/viewer';
import type { ChangeRights } from '../database/for-change';

function isOffice(viewer: Viewer): boolean {
  return viewer.kind === 'system' || mayWith(viewer.roles, 'finding:read');
}

/** Over the alias `it`: Befunde are the office's work; what they lead to is for those who decide as well. */
export function visibleFindings(viewer: Viewer): Sql {
  return isOffice(viewer) ? sql`true` : sql`false`;
}

/** Over the alias `it`: those who decide read what is proposed to them, no drafts. */
export function visiblePriorities(viewer: Viewer): Sql {
  if (isOffice(viewer)) return sql`true`;
  return mayWith(viewer.roles, 'recommendation:read') ? sql`it.state in ('PROPOSED', 'SET')` : sql`false`;
}

/** Over the alias `it`: the same for recommendations. */
export function visibleRecommendations(viewer: Viewer): Sql {
  if (isOffice(viewer)) return sql`true`;
  return mayWith(viewer.roles, 'recommendation:read')
    ? sql`it.state in ('SUBMITTED', 'ACCEPTED', 'CHANGED', 'REJECTED')`
    : sql`false`;
}

/** Planners change all three. */
export function mayChangeFindings(viewer: Viewer): Sql {
  return mayWith(viewer.roles, 'finding:change') ? sql`true` : sql`false`;
}

export function findingRights(viewer: Viewer): ChangeRights {
  return { table: 'finding', visible: visibleFindings(viewer), may: mayChangeFindings(viewer) };
}

export function priorityRights(viewer: Viewer): ChangeRights {
  return { table: 'action_priority', visible: visiblePriorities(viewer), may: mayChangeFindings(viewer) };
}

export function recommendationRights(viewer: Viewer): ChangeRights {
  return { table: 'recommendation', visible: visibleRecommendations(viewer), may: mayChangeFindings(viewer) };
}
