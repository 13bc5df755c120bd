import sql, { type Sql } from 'sql-template-tag';
import type { Viewer } from '../access/viewer';
import type { OverviewStatements } from '../contribution';
import { isInvited } from './meeting-sql';
import { staffMeetings, takesPart, visibleMeetings } from './meetings-access';

/** For those who read: the sessions to come with their points, and the protocols of those they belong to. */
export function meetingsOverview(viewer: Viewer, now: Date): OverviewStatements {
  const mayRead = sql`(point.visibility = 'PUBLIC' or (point.visibility = 'INTERNAL' and ${takesPart(viewer)}))`;
  const sessions: Sql = sql`
    select it.id, it.title, it.starts_at as "startsAt", it.ends_at as "endsAt", it.place, coalesce(committee.name, network.name, '') as body,
           (select invitation.answer from invitation where invitation.meeting_id = it.id
              and invitation.person_id = ${viewer.personId}::uuid and ${isInvited} limit 1) as own,
           coalesce((select json_agg(json_build_object('id', point.id, 'title', point.title, 'presenter', point.presenter, 'level', point.level) order by point.position)
             from agenda_item point where point.meeting_id = it.id and ${mayRead}), '[]') as points
    from meeting it left join committee on committee.id = it.committee_id left join network on network.id = it.network_id
    where it.state in ('SCHEDULED', 'INVITED') and it.ends_at > ${now} and ${visibleMeetings(viewer)}
    order by it.starts_at, it.id limit 3`;
  const documents: Sql = sql`
    select it.id, 'Protokoll' as label, it.title, it.starts_at as about, it.minutes_approved_at as since,
           '/termine/' || it.id || '/nachlauf' as path, '/api/meetings/' || it.id || '/protocol.pdf' as file
    from meeting it
    where it.state = 'MINUTES_APPROVED' and ${visibleMeetings(viewer)} and (${staffMeetings(viewer)} or ${takesPart(viewer)})
    order by it.minutes_approved_at desc, it.id desc limit 3`;
  return { sessions, documents };
}
