import sql, { type Sql } from 'sql-template-tag';
import type { Viewer } from '../access/viewer';
import { changeableMeetings, visibleMeetings } from './meetings-access';
import { pollsToday } from './polls/polls-today';

const DAY = 86_400_000;
/** From when on silence is worth a reminder, and how long a reminder may work. */
const REMIND_DAYS_BEFORE = 14;
const REMINDER_REST_DAYS = 3;
const INVITE_DAYS_BEFORE = 28;

const invited = sql`invitation.invited_at is not null and invitation.uninvited_at is null`;
/** Of which meeting the sentence speaks: `meetingSentences` makes it. */
const meeting = sql`json_build_object('title', it.title, 'startsAt', it.starts_at)::text`;

/** What is due with meetings: remind the silent, invite in time, hold, approve and send the minutes, answer oneself. */
export function meetingsToday(viewer: Viewer, now: Date): Sql {
  const soon = new Date(now.getTime() + REMIND_DAYS_BEFORE * DAY);
  const inviteBy = new Date(now.getTime() + INVITE_DAYS_BEFORE * DAY);
  const rested = new Date(now.getTime() - REMINDER_REST_DAYS * DAY);
  const mine = changeableMeetings(viewer);
  return sql`
    select 'meeting-silent' as kind, it.id, 20 as priority,
           silent.count || ' von ' || silent.total || case when silent.count = 1 then ' hat' else ' haben' end || ' nicht geantwortet: ' || it.title as text,
           '/termine/' || it.id as path, 'Erinnern' as action, (it.starts_at at time zone 'Europe/Berlin')::date as due,
           '/api/meetings/' || it.id || '/remind' as post, '/api/meetings/' || it.id || '/recall' as undo
    from meeting it cross join lateral (
      select count(*) filter (where invitation.answer = 'NEEDS_ACTION')::int as count, count(*)::int as total,
             max(coalesce(invitation.reminded_at, invitation.invited_at)) filter (where invitation.answer = 'NEEDS_ACTION') as last
      from invitation where invitation.meeting_id = it.id and ${invited}) silent
    where it.state = 'INVITED' and it.starts_at > ${now} and it.starts_at < ${soon} and silent.count > 0 and silent.last < ${rested} and ${mine}
    union all
    select 'meeting-invite', it.id, 30, ${meeting},
           '/termine/' || it.id, 'Einladen', (it.starts_at at time zone 'Europe/Berlin')::date, null, null
    from meeting it where it.state in ('DRAFT', 'SCHEDULED') and it.starts_at > ${now} and it.starts_at < ${inviteBy} and ${mine}
    union all
    select 'meeting-held', it.id, 15, ${meeting},
           '/termine/' || it.id, 'Nachtragen', (it.starts_at at time zone 'Europe/Berlin')::date, null, null
    from meeting it where it.state = 'INVITED' and it.ends_at < ${now} and ${mine}
    union all
    select 'meeting-minutes', it.id, 10, ${meeting},
           '/termine/' || it.id || '/nachlauf', 'Prüfen', (it.starts_at at time zone 'Europe/Berlin')::date, null, null
    from meeting it where it.state = 'HELD' and it.minutes_approved_at is null and ${mine}
    union all
    select 'meeting-protocol', it.id, 12, ${meeting},
           '/termine/' || it.id || '/nachlauf', 'Versenden', (it.starts_at at time zone 'Europe/Berlin')::date, null, null
    from meeting it where it.state = 'MINUTES_APPROVED' and it.protocol_sent_at is null and ${mine}
    union all
    select 'meeting-answer', it.id, 25, ${meeting},
           '/termine/' || it.id, 'Antworten', coalesce((it.answer_until at time zone 'Europe/Berlin')::date, (it.starts_at at time zone 'Europe/Berlin')::date), null, null
    from meeting it where it.state = 'INVITED' and it.starts_at > ${now} and exists (
      select 1 from invitation where invitation.meeting_id = it.id and invitation.person_id = ${viewer.personId}::uuid and ${invited}
        and invitation.answer = 'NEEDS_ACTION')
    union all ${pollsToday(viewer, now)}`;
}

/** The next three meetings with their answers. */
export function nextMeetings(viewer: Viewer, now: Date): Sql {
  const takesPart = sql`(${changeableMeetings(viewer)} or it.network_id = any(${viewer.networkIds}::uuid[]) or exists (
    select 1 from invitation where invitation.meeting_id = it.id and invitation.person_id = ${viewer.personId}::uuid and ${invited}))`;
  return sql`
    select it.id, it.title, it.starts_at as "startsAt", it.ends_at as "endsAt", it.place, it.state,
           count(invitation.id) filter (where invitation.answer = 'ACCEPTED')::int as accepted,
           count(invitation.id) filter (where invitation.answer = 'TENTATIVE')::int as tentative,
           count(invitation.id) filter (where invitation.answer = 'DECLINED')::int as declined,
           count(invitation.id) filter (where invitation.answer = 'NEEDS_ACTION')::int as silent
    from meeting it left join invitation on invitation.meeting_id = it.id and ${invited}
    where it.state in ('SCHEDULED', 'INVITED') and it.ends_at > ${now} and ${visibleMeetings(viewer)} and ${takesPart}
    group by it.id order by it.starts_at, it.id limit 3`;
}
