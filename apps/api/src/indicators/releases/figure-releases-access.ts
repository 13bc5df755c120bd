import sql, { type Sql } from 'sql-template-tag';
import { mayWith } from '@runder-tisch/domain/accounts';
import type { Viewer } from '../../access/viewer';
import { visibleIndicators } from '../indicators-access';

/** Which releases (alias `it`) this viewer sees: planners all, others what is released of indicators they see. */
export function visibleFigureReleases(viewer: Viewer): Sql {
  if (mayWith(viewer.roles, 'indicator:change')) return sql`true`;
  if (!mayWith(viewer.roles, 'indicator:read')) return sql`false`;
  return sql`it.state = 'RELEASED' and it.indicator_id in (select it.id from indicator it where ${visibleIndicators(viewer)})`;
}

export function changeableFigureReleases(viewer: Viewer): Sql {
  return mayWith(viewer.roles, 'indicator:change') ? sql`true` : sql`false`;
}
