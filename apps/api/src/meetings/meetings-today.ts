import sql, { type Sql } from 'sql-template-tag';
import { minutesDays } from '@runder-tisch/domain/meetings';
import { berlinDay } from '@runder-tisch/domain/time';
import { hasRole, type Viewer } from '../access/viewer';
import { isInvited } from './meeting-sql';
import { changeableMeetings, takesPart, visibleMeetings } from './meetings-access';
import { duePolls } from './polls/polls-today';

const DAY = 86_400_000;
/** From when on silence is worth a reminder, and how long a reminder may work. */
const REMIND_DAYS_BEFORE = 14;
const REMINDER_REST_DAYS = 3;
const INVITE_DAYS_BEFORE = 28;

const facts = sql`json_build_object('title', it.title, 'startsAt', it.starts_at)`;
const dayOf = (instant: Sql): Sql => sql`(${instant} at time zone 'Europe/Berlin')::date`;

/** What is due with meetings: remind the silent, invite in time, hold, approve and send the minutes, answer oneself. */
export function dueMeetings(viewer: Viewer, now: Date): Sql {
  const soon = new Date(now.getTime() + REMIND_DAYS_BEFORE * DAY);
  const inviteBy = new Date(now.getTime() + INVITE_DAYS_BEFORE * DAY);
  const rested = new Date(now.getTime() - REMINDER_REST_DAYS * DAY);
  const mine = changeableMeetings(viewer);
  const startDay = dayOf(sql`it.starts_at`);
  return sql`
    select 'meeting-silent' as kind, it.id, ${startDay} as due,
           json_build_object('title', it.title, 'startsAt', it.starts_at, 'silent', silent.count, 'asked', silent.total) as facts
    from meeting it cross join lateral (
      select count(*) filter (where invitation.answer = 'NEEDS_ACTION')::int as count, count(*)::int as total,
             max(coalesce(invitation.reminded_at, invitation.invited_at)) filter (where invitation.answer = 'NEEDS_ACTION') as last
      from invitation where invitation.meeting_id = it.id and ${isInvited}) silent
    where it.state = 'INVITED' and it.starts_at > ${now} and it.starts_at < ${soon} and silent.count > 0 and silent.last < ${rested} and ${mine}
    union all
    select 'meeting-invite', it.id, ${startDay}, ${facts}
    from meeting it where it.state in ('DRAFT', 'SCHEDULED') and it.starts_at > ${now} and it.starts_at < ${inviteBy} and ${mine}
    union all
    select 'meeting-held', it.id, ${startDay}, ${facts}
    from meeting it where it.state in ('DRAFT', 'SCHEDULED', 'INVITED') and it.ends_at < ${now} and ${mine}
    union all
    select 'meeting-minutes', it.id, ${startDay}, json_build_object('title', it.title, 'startsAt', it.starts_at,
      'until', case when it.type = 'COMMITTEE' then (${startDay} + ${minutesDays}::int)::text end,
      'late', it.type = 'COMMITTEE' and ${startDay} + ${minutesDays}::int < ${berlinDay(now)}::date)
    from meeting it where it.state = 'HELD' and it.minutes_approved_at is null and ${mine}
    union all
    select 'meeting-protocol', it.id, ${startDay}, ${facts}
    from meeting it where it.state = 'MINUTES_APPROVED' and it.protocol_sent_at is null and ${mine}
    union all
    select 'meeting-answer', it.id, ${dayOf(sql`coalesce(it.answer_until, it.starts_at)`)}, ${facts}
    from meeting it where it.state = 'INVITED' and it.starts_at > ${now} and not ${isPlannedBy(viewer)} and exists (
      select 1 from invitation where invitation.meeting_id = it.id and invitation.person_id = ${viewer.personId}::uuid and ${isInvited}
        and invitation.answer = 'NEEDS_ACTION' and not ${wasSentBy(viewer)})
    union all ${duePolls(viewer, now)}`;
}

/** Whoever plans a meeting is there anyway. Planners may plan every meeting, so only their own count here. */
function isPlannedBy(viewer: Viewer): Sql {
  const networkIds = hasRole(viewer, 'coordinator', 'planner') ? viewer.coordinatedNetworkIds : [];
  return sql`coalesce(it.created_by_person_id = ${viewer.personId}::uuid or it.network_id = any(${networkIds}::uuid[]), false)`;
}

/** Whoever sends the invitations of a colleague's meeting knows of the own one. */
function wasSentBy(viewer: Viewer): Sql {
  return sql`exists (select 1 from outbox_message where outbox_message.batch_id = invitation.batch_id and outbox_message.account_id = ${viewer.accountId}::uuid)`;
}

/** The next three meetings with their answers. */
export function nextMeetings(viewer: Viewer, now: Date): Sql {
  return sql`
    select it.id, it.title, it.starts_at as "startsAt", it.ends_at as "endsAt", it.place, it.state,
           count(invitation.id) filter (where invitation.answer = 'ACCEPTED')::int as accepted,
           count(invitation.id) filter (where invitation.answer = 'TENTATIVE')::int as tentative,
           count(invitation.id) filter (where invitation.answer = 'DECLINED')::int as declined,
           count(invitation.id) filter (where invitation.answer = 'NEEDS_ACTION')::int as silent
    from meeting it left join invitation on invitation.meeting_id = it.id and ${isInvited}
    where it.state in ('SCHEDULED', 'INVITED') and it.ends_at > ${now} and ${visibleMeetings(viewer)} and (${changeableMeetings(viewer)} or ${takesPart(viewer)})
    group by it.id order by it.starts_at, it.id limit 3`;
}
