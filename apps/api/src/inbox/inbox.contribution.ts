import sql, { type Sql } from 'sql-template-tag';
import { inboxToday } from '@runder-tisch/domain/inbox';
import { hasRole, type Viewer } from '../access/viewer';
import { type Contribution, NO_OBJECT } from '../contribution';
import { visibleInbox } from './inbox-access';

export const inboxContribution: Contribution = {
  area: 'inbox',
  tables: [
    { table: 'inbox_state', audit: 'none' },
    {
      table: 'inbox_mail',
      // The words of mails are nobody's to find in the audit: it says that one came and who decided.
      audit: 'names',
      personal: {
        columns: [
          'from_name',
          'from_mail',
          'subject',
          'text',
          'raw',
          'says',
          'attendee',
          'forwarded_to',
          'decided_by',
          'message_id',
        ],
        purpose: 'Antworten auf Einladungen und Mails an das Büro, und was aus ihnen wurde',
        retention: 'das Original 30 Tage nach der Entscheidung, alles andere 24 Monate',
      },
    },
  ],
  mailsAbout: {
    'inbox-mail': {
      kind: 'meeting',
      id: (id) => sql`(select meeting_id from inbox_mail where inbox_mail.id = ${id})`,
    },
  },
  today: { statement: waitingMails, kinds: inboxToday },
};

/** What waits for a word of the office; where all of it belongs to one meeting, that one is named. */
function waitingMails(viewer: Viewer): Sql {
  const setAside = hasRole(viewer, 'admin') ? sql`true` : sql`false`;
  return sql`
    select 'inbox-waiting' as kind, ${NO_OBJECT}::uuid as id, null::date as due,
           json_build_object('count', count(*)::int,
             'meetingId', case when count(distinct it.meeting_id) = 1 and bool_and(it.meeting_id is not null) then min(it.meeting_id::text) end,
             'title', case when count(distinct it.meeting_id) = 1 and bool_and(it.meeting_id is not null) then min(meeting.title) end) as facts
    from inbox_mail it left join meeting on meeting.id = it.meeting_id
    where it.state = 'WAITING' and ${visibleInbox(viewer)} having count(*) > 0
    union all
    select 'inbox-set-aside', ${NO_OBJECT}::uuid, null::date, json_build_object('count', count(*)::int)
    from inbox_mail it where it.state = 'SET_ASIDE' and ${setAside} having count(*) > 0`;
}
