import sql, { type Sql } from 'sql-template-tag';

/** An invitation (table `invitation`) that went out and was not taken back. */
export const isInvited = sql`(invitation.invited_at is not null and invitation.uninvited_at is null)`;

export const personName = sql`trim(concat_ws(' ', nullif(person.title, ''), nullif(person.given_name, ''), person.family_name))`;

/** The answers to a meeting as one JSON object; `meetingId` is a column of the row around it. */
export function answerCounts(meetingId: Sql): Sql {
  return sql`(select json_build_object(
      'invited', count(*),
      'accepted', count(*) filter (where invitation.answer = 'ACCEPTED'),
      'tentative', count(*) filter (where invitation.answer = 'TENTATIVE'),
      'declined', count(*) filter (where invitation.answer = 'DECLINED'),
      'open', count(*) filter (where invitation.answer = 'NEEDS_ACTION'),
      'seats', coalesce(sum(1 + invitation.companions) filter (where invitation.answer = 'ACCEPTED'), 0))
    from invitation where invitation.meeting_id = ${meetingId} and ${isInvited})`;
}
