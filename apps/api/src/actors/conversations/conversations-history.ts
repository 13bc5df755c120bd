import sql, { join, type Sql } from 'sql-template-tag';
import { conversationWayLabels, conversationWays } from '@runder-tisch/domain/actors';
import type { Viewer } from '../../access/viewer';
import type { HistoryOf } from '../../contribution';
import { visibleConversations } from '../actors-access';

const ways = join(
  conversationWays.map((way) => sql`when ${way} then ${conversationWayLabels[way]}`),
  ' ',
);

/** Gesprächsvermerke, on the page of the organisation and on that of the person. */
export function conversationsHistory(viewer: Viewer, { of, id }: HistoryOf): Sql {
  const about =
    of === 'organisation' ? sql`it.organisation_id = ${id}::uuid` : sql`it.person_id = ${id}::uuid`;
  return sql`
    select 'conversation', it.id, it.held_on::timestamp at time zone 'Europe/Berlin',
           concat_ws(' ', 'Gespräch (' || (case it.way ${ways} end) || ')', case when it.with_whom <> '' then 'mit ' || it.with_whom end),
           it.note || ' – ' || it.entered_by, null::date, null::text
    from conversation_note it where ${about} and ${visibleConversations(viewer)}`;
}
