import sql, { type Sql } from 'sql-template-tag';
import type { Viewer } from '../access/viewer';
import type { NewsSpan } from '../contribution';
import { keptAtHand } from '../reminders/reminders-sql';

/** Pages for everybody about the Handlungsfelder a viewer follows. */
export function fieldsNews(viewer: Viewer, { since, until }: NewsSpan): Sql {
  return sql`
    select 'FIELD' as topic, field.id as "topicId", 'PAGE' as kind, publication.id, publication.published_at as at,
           'Das wurde daraus: ' || field.name as title, '' as note, null::timestamptz as day, '/ergebnisse/handlungsfeld/' || field.id as path
    from field_publication publication join field_of_action field on field.id = publication.field_id
    where publication.withdrawn_at is null and publication.published_at > ${since} and publication.published_at <= ${until}
      and field.id in ${keptAtHand(viewer, 'field-of-action')}`;
}
