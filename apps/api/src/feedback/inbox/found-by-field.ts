import sql, { type Sql } from 'sql-template-tag';
import type { FeedbackQuery } from '@runder-tisch/domain/feedback/feedback-requests';
import type { Viewer } from '../../access/viewer';
import type { ListStatement } from '../../database/list-page';
import { visibleFeedback } from '../feedback-access';

/**
 * How the Hinweise of one Handlungsfeld are found. What is new has one of two states and is found once by them: walked in
 * the order of the page, the database would look at all that ever came. All and all that is done are counted by their
 * indexes, those the field is the first of and those that concern it as well.
 */
export function foundByField(viewer: Viewer, query: FeedbackQuery): Pick<ListStatement, 'once' | 'total'> {
  const { fieldId, view = 'all' } = query;
  if (!fieldId || query.likeId) return {};
  if (view === 'new') return { once: true };
  if (view !== 'all' && view !== 'done') return {};
  const { search, source, meetingId, formatId, networkId, textBlockId } = query;
  const further = search ?? source ?? meetingId ?? formatId ?? networkId ?? textBlockId;
  if (further) return {};
  const meant: Sql = sql`${view === 'done' ? sql`it.state in ('ANSWERED', 'ARCHIVED', 'REJECTED')` : sql`true`} and ${visibleFeedback(viewer)}`;
  return {
    total: sql`(select (select count(*) from feedback it where it.primary_field_id = ${fieldId} and ${meant})::int
      + (select count(*) from feedback_field join feedback it on it.id = feedback_field.feedback_id
         where feedback_field.field_id = ${fieldId} and it.primary_field_id is distinct from ${fieldId} and ${meant})::int)`,
  };
}
