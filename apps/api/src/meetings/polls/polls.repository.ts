import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { PollPageView } from '@runder-tisch/domain/meetings';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { reference } from '../../database/reference';
import { oneIn, rowsIn } from '../../database/rows';
import { latestMail } from '../../outbox/outbox';
import { problem } from '../../problem/problem';
import type { Meeting } from '../meeting.entity';
import { changeableMeetings, staffMeetings, visibleMeetings } from '../meetings-access';
import { MeetingsRepository } from '../meetings.repository';
import { DatePoll, DatePollOption } from './poll.entity';
import { type PollRow, pollView } from './poll-view';

@Injectable()
export class PollsRepository {
  constructor(
    private readonly database: Database,
    private readonly meetings: MeetingsRepository,
    private readonly clock: Clock,
  ) {}

  /** The last poll of a meeting with every vote, in one statement; only for those who plan and administer it. */
  async ofMeeting(viewer: Viewer, meetingId: string): Promise<PollPageView> {
    const row = await this.database.found<{ poll: PollRow | null; mayChange: boolean }>(sql`
      select ${changeableMeetings(viewer)} as "mayChange", (
        select json_build_object('id', poll.id, 'version', poll.version, 'meetingId', poll.meeting_id, 'state', poll.state,
          'message', poll.message, 'closesAt', poll.closes_at, 'sentAt', poll.sent_at, 'remindAt', poll.remind_at,
          'remindedAt', poll.reminded_at, 'cancelledReason', poll.cancelled_reason, 'chosenOptionId', poll.chosen_option_id,
          'options', ${optionsOf}, 'voters', ${votersOf})
        from date_poll poll where poll.meeting_id = it.id order by poll.created_at desc, poll.id desc limit 1) as poll
      from meeting it where it.id = ${meetingId} and ${visibleMeetings(viewer)} and ${staffMeetings(viewer)}`);
    return { poll: row.poll && pollView(row.poll, row.mayChange, this.clock.now()) };
  }

  /** Meeting and poll, both locked in this order, for a change by this viewer. */
  async toChange(
    tx: EntityManager,
    viewer: Viewer,
    pollId: string,
  ): Promise<{ meeting: Meeting; poll: DatePoll }> {
    const found = await oneIn<{ meetingId: string }>(
      tx,
      sql`select meeting_id as "meetingId" from date_poll where id = ${pollId}`,
    );
    if (!found) throw problem(generalProblems, 'not-found');
    const meeting = await this.meetings.toChange(tx, viewer, found.meetingId);
    return { meeting, poll: await this.locked(tx, pollId) };
  }

  /** The poll of a meeting that is not over yet, locked. */
  async running(tx: EntityManager, meetingId: string): Promise<DatePoll | null> {
    const found = await oneIn<{ id: string }>(
      tx,
      sql`select id from date_poll where meeting_id = ${meetingId} and state in ('DRAFT', 'OPEN', 'CLOSED') for update`,
    );
    return found ? tx.findOneByOrFail(DatePoll, { id: found.id }) : null;
  }

  dates(tx: EntityManager, pollId: string): Promise<DatePollOption[]> {
    return tx.find(DatePollOption, {
      where: { pollId },
      order: { startsAt: 'ASC', endsAt: 'ASC', id: 'ASC' },
    });
  }

  private async locked(tx: EntityManager, pollId: string): Promise<DatePoll> {
    await rowsIn(tx, sql`select 1 from date_poll where id = ${pollId} for update`);
    return tx.findOneByOrFail(DatePoll, { id: pollId });
  }
}

const optionsOf: Sql = sql`coalesce((
  select json_agg(json_build_object('id', option.id, 'startsAt', option.starts_at, 'endsAt', option.ends_at)
    order by option.starts_at, option.ends_at, option.id)
  from date_poll_option option where option.poll_id = poll.id), '[]')`;

const votersOf: Sql = sql`coalesce((
  select json_agg(json_build_object('id', voter.id, 'version', voter.version, 'invitationId', invitation.id,
      'name', invitation.name, 'mail', invitation.mail,
      'onBehalfOf', ${reference('behalf')},
      'required', voter.required, 'askedAt', voter.asked_at, 'remindedAt', voter.reminded_at, 'answeredAt', voter.answered_at,
      'channel', voter.answer_channel, 'enteredBy', voter.entered_by, 'comment', voter.comment,
      'answers', coalesce((select json_agg(json_build_object('optionId', answer.option_id, 'answer', answer.answer))
        from date_poll_answer answer where answer.voter_id = voter.id), '[]'),
      'mailState', ${latestMail('date-poll-voter', sql`voter.id`)})
    order by voter.required desc, invitation.name collate "de-x-icu", invitation.id)
  from date_poll_voter voter join invitation on invitation.id = voter.invitation_id
    left join organisation behalf on behalf.id = invitation.on_behalf_of_id
  where voter.poll_id = poll.id and invitation.uninvited_at is null), '[]')`;
