import sql, { type Sql } from 'sql-template-tag';
import { mayWith } from '@runder-tisch/domain/accounts';
import { hasRole, type Viewer } from '../access/viewer';

/** Measures (alias `it`) where an organisation of the viewer leads or takes part. */
export function ownMeasures(viewer: Viewer): Sql {
  return sql`(it.lead_organisation_id = any(${viewer.organisationIds}::uuid[]) or exists (select 1 from measure_partner
    where measure_partner.measure_id = it.id and measure_partner.organisation_id = any(${viewer.organisationIds}::uuid[])))`;
}

/** The office and the committees read all, providers those of their organisations. */
export function visibleMeasures(viewer: Viewer): Sql {
  if (hasRole(viewer, 'admin', 'planner', 'coordinator', 'reader')) return sql`true`;
  return hasRole(viewer, 'provider') ? ownMeasures(viewer) : sql`false`;
}

/** Which of them this viewer changes. */
export function changeableMeasures(viewer: Viewer): Sql {
  return mayWith(viewer.roles, 'measure:change') ? sql`true` : sql`false`;
}

/** On which of them this viewer says how it goes. */
export function reportableMeasures(viewer: Viewer): Sql {
  if (hasRole(viewer, 'planner')) return sql`true`;
  return hasRole(viewer, 'provider') ? ownMeasures(viewer) : sql`false`;
}
