import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AnswerChannel, InvitationAnswer } from '@runder-tisch/domain/meetings';

@Entity('invitation')
export class Invitation {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId!: string;
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
  /** Set where the invitation went to an organisation's function mailbox. */
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisationId!: string | null;
  @Column('uuid', { name: 'on_behalf_of_id', nullable: true }) onBehalfOfId!: string | null;
  @Column('text') mail!: string;
  @Column('text') name!: string;
  @Column('timestamptz', { name: 'invited_at', nullable: true }) invitedAt!: Date | null;
  @Column('timestamptz', { name: 'uninvited_at', nullable: true }) uninvitedAt!: Date | null;
  @Column('uuid', { name: 'batch_id', nullable: true }) batchId!: string | null;
  @Column('integer', { name: 'sent_sequence', nullable: true }) sentSequence!: number | null;
  @Column('boolean') withdrawn!: boolean;
  @Column('integer', { name: 'previous_sequence', nullable: true }) previousSequence!: number | null;
  @Column('text') answer!: InvitationAnswer;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt!: Date | null;
  @Column('text', { name: 'answer_channel', nullable: true }) answerChannel!: AnswerChannel | null;
  @Column('integer', { name: 'answer_sequence', nullable: true }) answerSequence!: number | null;
  /** When the answer that counts was given, as its calendar part says. */
  @Column('timestamptz', { name: 'answer_stamp', nullable: true }) answerStamp!: Date | null;
  /** The date of the mail it came in. */
  @Column('timestamptz', { name: 'answer_sent_at', nullable: true }) answerSentAt!: Date | null;
  /** Place in the order of those who would come but hold no seat yet. */
  @Column('integer', { name: 'waiting_number', nullable: true }) waitingNumber!: number | null;
  /** The invitation this one stands in for. */
  @Column('uuid', { name: 'represents_id', nullable: true }) representsId!: string | null;
  /** Names of those who come for a function mailbox. */
  @Column('text', { array: true }) coming!: string[];
  @Column('text', { name: 'entered_by' }) enteredBy!: string;
  @Column('integer') companions!: number;
  @Column('text', { name: 'deputy_name' }) deputyName!: string;
  @Column('text') needs!: string;
  @Column('text') message!: string;
  @Column('timestamptz', { name: 'reminded_at', nullable: true }) remindedAt!: Date | null;
  @Column('uuid', { name: 'reminder_batch_id', nullable: true }) reminderBatchId!: string | null;
  @Column('integer') version!: number;
}
