import sql, { type Sql } from 'sql-template-tag';
import type { Viewer } from '../../access/viewer';

/** Over the alias `it`: an answer to it waits to be released. */
export const waitsForRelease = sql`(it.state in ('LINKED', 'DECIDED') and it.counted_with_id is null
  and it.id in (select drafted.feedback_id from answer_draft_item drafted))`;

/** Whether a second person reads each answer before it goes out. */
export const fourEyes = sql`coalesce((select four_eyes from county_settings), false)`;

/** Over the alias `it`: an `AnswerDraftView`, or null where none waits. */
export function draftView(viewer: Viewer): Sql {
  return sql`(select json_build_object('answer', draft.answer, 'notify', draft.notify, 'decision', draft.decided ->> 'decision',
      'reason', coalesce(draft.decided ->> 'reason', ''), 'draftedBy', draft.drafted_by, 'draftedAt', draft.drafted_at,
      'mine', coalesce(draft.drafted_by_account_id = ${viewer.accountId}::uuid, false),
      'others', coalesce((select json_agg(json_build_object('id', other.id, 'name', other.number) order by along.position)
        from answer_draft_item along join feedback other on other.id = along.feedback_id
        where along.draft_id = draft.id and other.id <> it.id), '[]'))
    from answer_draft_item drafted join answer_draft draft on draft.id = drafted.draft_id
    where drafted.feedback_id = it.id and ${waitsForRelease})`;
}

/** Over the alias `it`: an `AnswerReleaseView`, or null where nobody had to release it. */
export const releaseView = sql`case when it.released_by <> '' then
  json_build_object('draftedBy', it.drafted_by, 'releasedBy', it.released_by, 'alone', it.released_alone) end`;
