import sql, { join, type Sql } from 'sql-template-tag';
import { feedbackStateLabels, type FeedbackState } from '@runder-tisch/domain/feedback';
import type { Viewer } from '../access/viewer';
import type { HistoryOf } from '../contribution';
import { visibleFeedback } from './feedback-access';

const states = join(
  (Object.keys(feedbackStateLabels) as FeedbackState[]).map(
    (it) => sql`when ${it} then ${feedbackStateLabels[it]}`,
  ),
  ' ',
);

/** Hinweise of an organisation or a person: only those the viewer may read, and never a text nobody has checked. */
export function feedbackHistory(viewer: Viewer, { of, id }: HistoryOf): Sql {
  const whose =
    of === 'organisation' ? sql`it.organisation_id = ${id}::uuid` : sql`it.person_id = ${id}::uuid`;
  return sql`
    select 'feedback', it.id, it.received_at, concat_ws(' ', 'Hinweis', it.number),
           concat_ws(' – ', left(it.triaged_text, 160), case it.state ${states} end), null::date, '/hinweise/' || it.id
    from feedback it where ${whose} and ${visibleFeedback(viewer)}`;
}
