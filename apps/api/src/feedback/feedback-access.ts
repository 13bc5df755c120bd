import sql, { type Sql } from 'sql-template-tag';
import { hasRole, type Viewer } from '../access/viewer';
import type { ChangeRights } from '../database/for-change';
import { changeableFormats, visibleFormats } from '../formats/formats-access';
import { changeableMeetings, visibleMeetings } from '../meetings/meetings-access';

/**
 * Over the alias `it`: Hinweise this viewer works on. Planners all; coordinators those of their networks, of their
 * meetings and those they entered. Administrators none: running the system needs nobody's words. What is still
 * being written in a session belongs to its minutes.
 */
export function handledFeedback(viewer: Viewer): Sql {
  if (viewer.kind === 'system' || hasRole(viewer, 'planner')) return sql`it.state <> 'SESSION'`;
  if (!hasRole(viewer, 'coordinator')) return sql`false`;
  return sql`(it.state <> 'SESSION' and (it.network_id = any(${viewer.coordinatedNetworkIds}::uuid[])
    or it.entered_by_account_id = ${viewer.accountId}::uuid
    or it.meeting_id in (select it.id from meeting it where it.network_id is null and ${changeableMeetings(viewer)})))`;
}

/**
 * Over the alias `it`: what the viewer or their organisation has said. Whoever wrote a voice sees it whatever becomes
 * of their person, their seat or their organisation.
 */
export function ownFeedback(viewer: Viewer): Sql {
  if (viewer.kind !== 'account') return sql`false`;
  return sql`(it.state <> 'SESSION' and (it.organisation_id = any(${viewer.organisationIds}::uuid[])
    or it.person_id = ${viewer.personId}::uuid or ${writtenFeedback(viewer)}))`;
}

/**
 * Over the alias `it`: voices this account wrote with its own hands. Said without a name there is no author to know
 * again, and what somebody entered for others was said by those.
 */
export function writtenFeedback(viewer: Viewer): Sql {
  if (viewer.kind !== 'account') return sql`false`;
  return sql`(it.voice in ('ORGANISATION', 'PERSONAL') and it.entered_by_account_id = ${viewer.accountId}::uuid)`;
}

export function visibleFeedback(viewer: Viewer): Sql {
  // A planner works on all there is; an `or` that adds nothing would keep the database from its indexes.
  if (viewer.kind === 'system' || hasRole(viewer, 'planner')) return handledFeedback(viewer);
  return sql`(${handledFeedback(viewer)} or ${ownFeedback(viewer)})`;
}

/** For a change: who sees a Hinweis as its sender does not work on it. */
export function handledOnly(viewer: Viewer): ChangeRights {
  return { table: 'feedback', visible: visibleFeedback(viewer), may: handledFeedback(viewer) };
}

/** Over the alias `it`: letters this viewer may write and send, for the meetings and formats they plan. */
export function changeableReturnMessages(viewer: Viewer): Sql {
  return sql`(it.meeting_id in (select it.id from meeting it where ${changeableMeetings(viewer)})
    or it.format_id in (select it.id from participation_format it where ${changeableFormats(viewer)}))`;
}

/** Sent letters are for everybody who may see what they report on; drafts only for those who write them. */
export function visibleReturnMessages(viewer: Viewer): Sql {
  return sql`(${changeableReturnMessages(viewer)} or (it.sent_at is not null and (
    it.meeting_id in (select it.id from meeting it where ${visibleMeetings(viewer)})
    or it.format_id in (select it.id from participation_format it where ${visibleFormats(viewer)}))))`;
}

/**
 * Over the alias `it`: it concerns this Handlungsfeld, first or as well. A list that is read once, and not a question to be
 * put to each row: so the database knows what it costs.
 */
export function concernsField(fieldId: string): Sql {
  return sql`(it.primary_field_id = ${fieldId} or it.id in (select further.feedback_id from feedback_field further
    where further.field_id = ${fieldId}))`;
}
