import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AnswerChannel, PollAnswer, PollState } from '@runder-tisch/domain/meetings';

@Entity('date_poll')
export class DatePoll {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId!: string;
  @Column('text') state!: PollState;
  @Column('text') message!: string;
  @Column('timestamptz', { name: 'closes_at' }) closesAt!: Date;
  @Column('timestamptz', { name: 'remind_at', nullable: true }) remindAt!: Date | null;
  @Column('timestamptz', { name: 'reminded_at', nullable: true }) remindedAt!: Date | null;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: Date | null;
  @Column('uuid', { name: 'chosen_option_id', nullable: true }) chosenOptionId!: string | null;
  @Column('text', { name: 'cancelled_reason' }) cancelledReason!: string;
  @Column('text', { name: 'organizer_name' }) organizerName!: string;
  @Column('text', { name: 'organizer_mail' }) organizerMail!: string;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

@Entity('date_poll_option')
export class DatePollOption {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'poll_id' }) pollId!: string;
  @Column('timestamptz', { name: 'starts_at' }) startsAt!: Date;
  @Column('timestamptz', { name: 'ends_at' }) endsAt!: Date;
}

/** A line of the meeting's list of invitees that is asked for its dates. */
@Entity('date_poll_voter')
export class DatePollVoter {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'poll_id' }) pollId!: string;
  @Column('uuid', { name: 'invitation_id' }) invitationId!: string;
  @Column('boolean') required!: boolean;
  @Column('timestamptz', { name: 'asked_at', nullable: true }) askedAt!: Date | null;
  @Column('uuid', { name: 'batch_id', nullable: true }) batchId!: string | null;
  @Column('timestamptz', { name: 'reminded_at', nullable: true }) remindedAt!: Date | null;
  @Column('uuid', { name: 'reminder_batch_id', nullable: true }) reminderBatchId!: string | null;
  @Column('text') comment!: string;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt!: Date | null;
  @Column('text', { name: 'answer_channel', nullable: true }) answerChannel!: AnswerChannel | null;
  @Column('text', { name: 'entered_by' }) enteredBy!: string;
  @Column('integer') version!: number;
}

@Entity('date_poll_answer')
export class DatePollAnswer {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'poll_id' }) pollId!: string;
  @Column('uuid', { name: 'option_id' }) optionId!: string;
  @Column('uuid', { name: 'voter_id' }) voterId!: string;
  @Column('text') answer!: PollAnswer;
}
