import sql, { type Sql } from 'sql-template-tag';
import type { Viewer } from '../access/viewer';
import type { NewsSpan } from '../contribution';
import { isInvited } from './meeting-sql';
import { takesPart, visibleMeetings } from './meetings-access';

/**
 * New dates, protocols and polls in the networks, committees and formats somebody belongs to. A network comes before the
 * format it carries out. Who opens nothing here without an account is told, and finds the link in the mail of its own.
 */
export function meetingsNews(viewer: Viewer, { since, until }: NewsSpan): Sql {
  const invited = sql`exists (select 1 from invitation where invitation.meeting_id = it.id
    and invitation.person_id = ${viewer.personId}::uuid and ${isInvited})`;
  const ofNetwork = sql`it.network_id = any(${viewer.networkIds}::uuid[])`;
  const ofCommittee = sql`it.committee_id = any(${viewer.committeeIds}::uuid[])`;
  const ofFormat = sql`(it.format_id is not null and ${invited})`;
  const group = sql`case when ${ofNetwork} then 'NETWORK' when ${ofCommittee} then 'COMMITTEE' else 'FORMAT' end as topic,
    case when ${ofNetwork} then it.network_id when ${ofCommittee} then it.committee_id else it.format_id end as "topicId"`;
  const mine = sql`(${ofNetwork} or ${ofCommittee} or ${ofFormat})`;
  const page = (tab: string): Sql =>
    viewer.kind === 'account' ? sql`'/termine/' || it.id || ${tab}` : sql`null`;
  const within = (at: Sql): Sql => sql`${at} > ${since} and ${at} <= ${until}`;
  const planned = sql`coalesce((select min(invitation.invited_at) from invitation where invitation.meeting_id = it.id), it.created_at)`;
  return sql`
    select ${group}, 'MEETING' as kind, it.id, ${planned} as at, it.title, '' as note, it.starts_at as day, ${page('')} as path
    from meeting it
    where it.state in ('SCHEDULED', 'INVITED') and it.starts_at > ${until} and ${within(planned)} and ${mine} and ${visibleMeetings(viewer)}
    union all
    select ${group}, 'PROTOCOL', it.id, it.minutes_approved_at, it.title, '', it.starts_at, ${page('/nachlauf')}
    from meeting it
    where it.state = 'MINUTES_APPROVED' and ${within(sql`it.minutes_approved_at`)} and ${mine} and ${takesPart(viewer)} and ${visibleMeetings(viewer)}
    union all
    select ${group}, 'POLL', poll.id, poll.sent_at, it.title, '', poll.closes_at,
           case when ${visibleMeetings(viewer)} then ${page('')} end
    from date_poll poll join meeting it on it.id = poll.meeting_id
    where poll.state = 'OPEN' and poll.closes_at > ${until} and ${within(sql`poll.sent_at`)} and ${mine}
      and exists (select 1 from date_poll_voter voter join invitation on invitation.id = voter.invitation_id
        where voter.poll_id = poll.id and voter.asked_at is not null and invitation.uninvited_at is null
          and invitation.person_id = ${viewer.personId}::uuid)`;
}
