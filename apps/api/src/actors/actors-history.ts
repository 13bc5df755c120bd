import sql, { type Sql } from 'sql-template-tag';
import { hasRole, type Viewer } from '../access/viewer';
import type { HistoryOf } from '../contribution';
import { conversationsHistory } from './conversations/conversations-history';

/** What was talked about, and when somebody corrected their own number or address. */
export function actorsHistory(viewer: Viewer, of: HistoryOf): Sql {
  if (of.of === 'organisation' || !hasRole(viewer, 'admin', 'planner', 'coordinator'))
    return conversationsHistory(viewer, of);
  return sql`${conversationsHistory(viewer, of)} union all
    select 'contact', change.id, change.changed_at, 'Eigene Angaben berichtigt',
      case when change.fields @> array['mail', 'phone'] then 'Mailadresse und Telefon'
           when change.fields @> array['mail'] then 'Mailadresse' else 'Telefon' end, null::date, null::text
    from contact_change change where change.person_id = ${of.id}::uuid`;
}
