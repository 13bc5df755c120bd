import sql, { type Sql } from 'sql-template-tag';
import { mayWith } from '@runder-tisch/domain/accounts';
import type { ConsolidationSubject } from '@runder-tisch/domain/structure';
import { hasRole, type Viewer } from '../../access/viewer';
import { changeableFormats, visibleFormats } from '../../formats/formats-access';
import { changeableNetworks, visibleNetworks } from '../../networks/networks-access';

/** Over the alias `it` of the network or format: the office reads what was checked, with its reasons. */
export function visibleChecked(viewer: Viewer, subject: ConsolidationSubject): Sql {
  if (!mayWith(viewer.roles, 'consolidation:read')) return sql`false`;
  return { NETWORK: visibleNetworks, FORMAT: visibleFormats, PLANNING: () => sql`true` }[subject](viewer);
}

/** Planners check everything, a coordination what it coordinates; the planning is checked by planners. */
export function checkable(viewer: Viewer, subject: ConsolidationSubject): Sql {
  if (hasRole(viewer, 'planner')) return sql`true`;
  if (!hasRole(viewer, 'coordinator')) return sql`false`;
  return { NETWORK: changeableNetworks, FORMAT: changeableFormats, PLANNING: () => sql`false` }[subject](
    viewer,
  );
}
