import sql, { raw, type Sql } from 'sql-template-tag';
import { decisionResultLabels } from '@runder-tisch/domain/findings';
import type { Viewer } from '../access/viewer';
import type { NewsSpan } from '../contribution';
import { labelled } from '../database/labelled';
import { keptAtHand } from '../reminders/reminders-sql';
import { visiblePapers } from './papers-access';

/** A result is often entered weeks after the session; what was told once is not told again. */
const LATE_DAYS = 28;

/** What committees decided: those somebody sits in, and others about the Handlungsfelder they follow. */
export function papersNews(viewer: Viewer, { since, until }: NewsSpan): Sql {
  const seated = sql`consultation.committee_id = any(${viewer.committeeIds}::uuid[])`;
  return sql`
    select case when ${seated} then 'COMMITTEE' else 'FIELD' end as topic,
           case when ${seated} then consultation.committee_id else followed.field_id end as "topicId",
           'PAPER' as kind, consultation.id, (consultation.decided_on + time '12:00') at time zone 'Europe/Berlin' as at,
           it.number || ' · ' || it.title as title,
           ${raw(labelled('consultation.result', decisionResultLabels))} as note, (consultation.decided_on + time '12:00') at time zone 'Europe/Berlin' as day,
           '/planung/vorlagen/' || it.id as path
    from paper_consultation consultation join paper it on it.id = consultation.paper_id
      left join lateral (
        select recommendation.field_id from paper_recommendation about join recommendation on recommendation.id = about.recommendation_id
        where about.paper_id = it.id and recommendation.field_id in ${keptAtHand(viewer, 'field-of-action')}
        order by recommendation.field_id limit 1) followed on true
    where consultation.result is not null and (${seated} or followed.field_id is not null)
      and consultation.decided_on > (${since}::timestamptz at time zone 'Europe/Berlin')::date - ${LATE_DAYS}::int
      and consultation.decided_on <= (${until}::timestamptz at time zone 'Europe/Berlin')::date
      and ${visiblePapers(viewer)}`;
}
