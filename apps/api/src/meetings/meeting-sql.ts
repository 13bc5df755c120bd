import sql, { type Sql } from 'sql-template-tag';

/** An invitation (table `invitation`) that went out and was not taken back. */
export const isInvited = sql`(invitation.invited_at is not null and invitation.uninvited_at is null)`;

/** The answers to a meeting as one JSON object; `meetingId` is a column of the row around it. */
export function answerCounts(meetingId: Sql): Sql {
  return sql`(select json_build_object(
      'invited', count(*),
      'accepted', count(*) filter (where invitation.answer = 'ACCEPTED' and invitation.waiting_number is null),
      'waiting', count(invitation.waiting_number),
      'tentative', count(*) filter (where invitation.answer = 'TENTATIVE'),
      'declined', count(*) filter (where invitation.answer = 'DECLINED'),
      'open', count(*) filter (where invitation.answer = 'NEEDS_ACTION'),
      'seats', coalesce(sum(1 + invitation.companions) filter (where invitation.answer = 'ACCEPTED' and invitation.waiting_number is null), 0))
    from invitation where invitation.meeting_id = ${meetingId} and ${isInvited})`;
}

/** What somebody in the list said to the date that was chosen, as long as it still is the date of the meeting (`it`). */
export const answerToDate = sql`(select answer.answer from date_poll poll
    join date_poll_option option on option.id = poll.chosen_option_id and option.starts_at = it.starts_at
    join date_poll_voter voter on voter.poll_id = poll.id and voter.invitation_id = invitation.id
    join date_poll_answer answer on answer.option_id = option.id and answer.voter_id = voter.id
  where poll.meeting_id = it.id order by poll.created_at desc limit 1)`;

/** How the last poll of the meeting (`it`) stands. */
export const pollSummary = sql`(select json_build_object('state', poll.state, 'closesAt', poll.closes_at, 'asked', count(voter.id),
    'silent', count(voter.id) filter (where (select count(*) from date_poll_answer answer where answer.voter_id = voter.id)
      < (select count(*) from date_poll_option option where option.poll_id = poll.id)))
  from date_poll poll left join (date_poll_voter voter join invitation on invitation.id = voter.invitation_id and invitation.uninvited_at is null)
    on voter.poll_id = poll.id
  where poll.meeting_id = it.id group by poll.id order by poll.created_at desc, poll.id desc limit 1)`;

/** Place 1 is who moves up next; null for who does not wait. */
export const waitingPlace = sql`(case when invitation.waiting_number is not null then (select count(*)::int from invitation before
    where before.meeting_id = invitation.meeting_id and before.waiting_number <= invitation.waiting_number
      and before.invited_at is not null and before.uninvited_at is null) end)`;

/** Who is expected for an invitation: those a mailbox named, the deputy who comes in its place, or the invited. */
export const whoComes = sql`case when cardinality(invitation.coming) > 0 then array_to_string(invitation.coming, ', ')
    when invitation.answer = 'ACCEPTED' and invitation.deputy_name <> '' then invitation.deputy_name else invitation.name end`;

/** Somebody in the room without invitation who is not of the network, over `attendance` and the meeting `it`. */
export const isGuest = sql`not exists (select 1 from membership where membership.network_id = it.network_id
  and attendance.person_id in (membership.person_id, membership.deputy_person_id))
  and not exists (select 1 from committee_seat seat where seat.committee_id = it.committee_id and seat.person_id = attendance.person_id)`;
