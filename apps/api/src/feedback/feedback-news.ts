import sql, { raw, type Sql } from 'sql-template-tag';
import { feedbackDecisionLabels } from '@runder-tisch/domain/feedback';
import type { Viewer } from '../access/viewer';
import type { NewsSpan } from '../contribution';
import { firstWords } from '../database/first-words';
import { labelled } from '../database/labelled';
import { isInvited } from '../meetings/meeting-sql';
import { keptAtHand } from '../reminders/reminders-sql';
import { ownFeedback } from './feedback-access';

/**
 * What became of the Hinweise of somebody's organisations, once they are answered and in the words that were checked;
 * and Ergebnisbriefe for everybody about formats and networks they belong to.
 */
export function feedbackNews(viewer: Viewer, { since, until }: NewsSpan): Sql {
  const networks = viewer.networkIds;
  return sql`
    select 'ORGANISATION' as topic, it.organisation_id as "topicId", 'FEEDBACK' as kind, it.id, it.answered_at as at,
           concat_ws(' · ', it.number, nullif(${raw(firstWords('it.triaged_text', 80))}, '')) as title,
           coalesce(${raw(labelled('it.decision', feedbackDecisionLabels))}, '') as note, null::timestamptz as day, '/hinweise/' || it.id as path
    from feedback it
    where it.organisation_id = any(${viewer.organisationIds}::uuid[]) and it.state in ('ANSWERED', 'ARCHIVED') and not it.flagged
      and it.answered_at > ${since} and it.answered_at <= ${until} and ${ownFeedback(viewer)}
    union all
    select 'FIELD', it.primary_field_id, 'PAGE', it.id, it.public_since::timestamp at time zone 'Europe/Berlin',
           'Was daraus wurde: ' || ${raw(firstWords('it.triaged_text', 80))}, '', null, '/ergebnisse'
    from feedback it
    where it.primary_field_id in ${keptAtHand(viewer, 'field-of-action')} and it.state in ('ANSWERED', 'ARCHIVED') and not it.flagged
      and it.public_since::timestamp at time zone 'Europe/Berlin' > ${since} and it.public_since::timestamp at time zone 'Europe/Berlin' <= ${until}
    union all
    select case when meeting.network_id = any(${networks}::uuid[]) then 'NETWORK' else 'FORMAT' end,
           case when meeting.network_id = any(${networks}::uuid[]) then meeting.network_id else coalesce(letter.format_id, meeting.format_id) end,
           'LETTER', letter.id, letter.published_at, coalesce(meeting.title, format.title), '', meeting.starts_at, '/ergebnisse/brief/' || letter.id
    from return_message letter left join meeting on meeting.id = letter.meeting_id
      left join participation_format format on format.id = letter.format_id
    where letter.published_at > ${since} and letter.published_at <= ${until} and (
      meeting.network_id = any(${networks}::uuid[])
      or exists (select 1 from invitation join meeting held on held.id = invitation.meeting_id
        where held.format_id = coalesce(letter.format_id, meeting.format_id) and invitation.person_id = ${viewer.personId}::uuid and ${isInvited}))`;
}
