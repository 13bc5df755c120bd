import sql, { type Sql } from 'sql-template-tag';
import { mayWith } from '@runder-tisch/domain/accounts';
import type { Viewer } from '../access/viewer';

/** Which indicators (alias `it`) this viewer sees: planners all, others what has a published definition. */
export function visibleIndicators(viewer: Viewer): Sql {
  if (mayWith(viewer.roles, 'indicator:change')) return sql`true`;
  if (!mayWith(viewer.roles, 'indicator:read')) return sql`false`;
  return sql`exists (select 1 from indicator_version known where known.id = it.current_version_id and known.state = 'PUBLISHED')`;
}

/** Which of them this viewer changes. */
export function changeableIndicators(viewer: Viewer): Sql {
  return mayWith(viewer.roles, 'indicator:change') ? sql`true` : sql`false`;
}

/** Which definitions (alias `known`) this viewer reads. */
export function visibleVersions(viewer: Viewer): Sql {
  return mayWith(viewer.roles, 'indicator:change') ? sql`true` : sql`known.state = 'PUBLISHED'`;
}

/** Which values (alias `seen`) this viewer sees: nobody but planners any that is not to be published (invariant I3). */
export function visibleObservations(viewer: Viewer): Sql {
  if (mayWith(viewer.roles, 'indicator:change')) return sql`true`;
  return mayWith(viewer.roles, 'indicator:read') ? sql`seen.disclosure_state = 'PUBLISHABLE'` : sql`false`;
}
