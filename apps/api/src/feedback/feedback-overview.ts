import sql from 'sql-template-tag';
import type { Viewer } from '../access/viewer';
import type { OverviewStatements } from '../contribution';
import { visibleReturnMessages } from './feedback-access';
import { publishedFeedback } from './answers/public-feedback.service';

/** For those who read: letters that report on Hinweise, and what stands under "Was daraus wurde". */
export function feedbackOverview(viewer: Viewer): OverviewStatements {
  const documents = sql`
    select it.id, 'Ergebnisbrief' as label, it.content ->> 'subject' as title, null::timestamptz as about, it.sent_at as since,
           '/beteiligung/ergebnisbriefe/' || it.id as path, null::text as file
    from return_message it where it.sent_at is not null and ${visibleReturnMessages(viewer)}
    order by it.sent_at desc, it.id desc limit 3`;
  return { documents, outcomes: sql`${publishedFeedback} order by it.public_since desc, it.id desc limit 3` };
}
