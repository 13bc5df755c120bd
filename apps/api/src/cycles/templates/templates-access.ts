import sql, { type Sql } from 'sql-template-tag';
import { mayWith } from '@runder-tisch/domain/accounts';
import type { Viewer } from '../../access/viewer';

/** Everybody who works here reads what is released, planners drafts as well (alias `it`). */
export function visibleTemplates(viewer: Viewer): Sql {
  if (!mayWith(viewer.roles, 'cycle:read')) return sql`false`;
  return mayWith(viewer.roles, 'cycle:change') ? sql`true` : sql`(it.state = 'RELEASED')`;
}

/** A Methodenblatt is read once it has a version. */
export function visibleMethodNotes(viewer: Viewer): Sql {
  if (!mayWith(viewer.roles, 'cycle:read')) return sql`false`;
  return mayWith(viewer.roles, 'cycle:change')
    ? sql`true`
    : sql`exists (select 1 from method_note_version told where told.note_id = it.id)`;
}

/** Bauplan and Methodenblätter belong to the planners. */
export function changeableTemplates(viewer: Viewer): Sql {
  return mayWith(viewer.roles, 'cycle:change') ? sql`true` : sql`false`;
}
