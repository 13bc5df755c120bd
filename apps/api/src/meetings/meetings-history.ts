import sql, { join, raw, type Sql } from 'sql-template-tag';
import { answerLabels, type InvitationAnswer } from '@runder-tisch/domain/meetings';
import type { Viewer } from '../access/viewer';
import type { HistoryOf } from '../contribution';
import { isInvited } from './meeting-sql';
import { staffMeetings, visibleMeetings } from './meetings-access';
import { guestName } from './guest-name';

const answers = join(
  (Object.keys(answerLabels) as InvitationAnswer[]).map((it) => sql`when ${it} then ${answerLabels[it]}`),
  ' ',
);

/** Invitations with their answer, and who was there. Others' answers are read by those who plan the meeting. */
export function meetingsHistory(viewer: Viewer, { of, id }: HistoryOf): Sql {
  const isOf = (table: 'invitation' | 'attendance') => {
    if (of === 'person') return sql`${raw(table)}.person_id = ${id}::uuid`;
    return table === 'invitation'
      ? sql`${id}::uuid in (invitation.organisation_id, invitation.on_behalf_of_id)`
      : sql`attendance.organisation_id = ${id}::uuid`;
  };
  const seen = (table: 'invitation' | 'attendance') => {
    const organisation =
      table === 'invitation' ? sql`invitation.on_behalf_of_id` : sql`attendance.organisation_id`;
    return sql`(${visibleMeetings(viewer)} and (${staffMeetings(viewer)} or ${raw(table)}.person_id = ${viewer.personId}::uuid
      or ${organisation} = any(${viewer.organisationIds}::uuid[])))`;
  };
  return sql`
    select 'invitation', invitation.id, invitation.invited_at, 'Eingeladen: ' || it.title,
           concat_ws(', ', nullif(invitation.name, ''), case invitation.answer ${answers} end), null::date, '/termine/' || it.id
    from invitation join meeting it on it.id = invitation.meeting_id
    where ${isInvited} and ${isOf('invitation')} and ${seen('invitation')}
    union all
    select 'attendance', attendance.id, it.starts_at, 'War dabei: ' || it.title,
           coalesce(nullif(invitation.name, ''), nullif(${raw(guestName)}, ''), ''), null::date, '/termine/' || it.id
    from attendance join meeting it on it.id = attendance.meeting_id left join invitation on invitation.id = attendance.invitation_id
    where attendance.present and it.starts_at is not null and it.session_ended_at is not null
      and ${isOf('attendance')} and ${seen('attendance')}`;
}
