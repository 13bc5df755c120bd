import sql, { type Sql } from 'sql-template-tag';
import { mayWith } from '@runder-tisch/domain/accounts';
import { hasRole, type Viewer } from '../../access/viewer';

/** Steps (alias `it`) that are this viewer's own: their role leads or is involved, their house has a part, or they answer for it. */
export function ownSteps(viewer: Viewer): Sql {
  return sql`(it.responsible_person_id = ${viewer.personId}::uuid or it.lead_role = any(${viewer.roles}::text[])
    or it.involved_roles && ${viewer.roles}::text[] or exists (select 1 from cycle_step_actor actor
      where actor.step_id = it.id and actor.organisation_id = any(${viewer.organisationIds}::uuid[])))`;
}

/** The office sees all, everybody else their own. */
export function visibleSteps(viewer: Viewer): Sql {
  if (hasRole(viewer, 'admin', 'planner', 'coordinator')) return sql`true`;
  return mayWith(viewer.roles, 'cycle:read') ? ownSteps(viewer) : sql`false`;
}

/** Planners change every step, coordinators those they lead or answer for. */
export function changeableSteps(viewer: Viewer): Sql {
  if (hasRole(viewer, 'planner')) return sql`true`;
  if (!hasRole(viewer, 'coordinator')) return sql`false`;
  return sql`(it.lead_role = 'coordinator' or it.responsible_person_id = ${viewer.personId}::uuid)`;
}

/** With whom a step is coordinated (alias `actor`): outside of the office only what concerns one's own house. */
export function visibleActors(viewer: Viewer): Sql {
  if (hasRole(viewer, 'admin', 'planner', 'coordinator')) return sql`true`;
  return sql`actor.organisation_id = any(${viewer.organisationIds}::uuid[])`;
}
