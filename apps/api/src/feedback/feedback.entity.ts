import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  FeedbackChannel,
  FeedbackDecision,
  FeedbackSentiment,
  FeedbackSource,
  FeedbackState,
  FeedbackVoice,
  LinkOrigin,
} from '@runder-tisch/domain/feedback';

/** A Hinweis. The words as they were typed lie in feedback_original; here stands only the checked text. */
@Entity('feedback')
export class Feedback {
  @PrimaryColumn('uuid') id!: string;
  /** Given when it counts as submitted. */
  @Column('text', { nullable: true }) number!: string | null;
  @Column('text') source!: FeedbackSource;
  @Column('text') channel!: FeedbackChannel;
  @Column('text', { nullable: true }) voice!: FeedbackVoice | null;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisationId!: string | null;
  @Column('text', { name: 'speaker_role' }) speakerRole!: string;
  @Column('uuid', { name: 'meeting_id', nullable: true }) meetingId!: string | null;
  @Column('uuid', { name: 'format_id', nullable: true }) formatId!: string | null;
  @Column('uuid', { name: 'network_id', nullable: true }) networkId!: string | null;
  @Column('uuid', { name: 'municipality_id', nullable: true }) municipalityId!: string | null;
  @Column('uuid', { name: 'planning_area_id', nullable: true }) planningAreaId!: string | null;
  /** What the sender thinks it belongs to. */
  @Column('uuid', { name: 'guessed_field_id', nullable: true }) guessedFieldId!: string | null;
  @Column('uuid', { name: 'primary_field_id', nullable: true }) primaryFieldId!: string | null;
  @Column('text', { name: 'primary_origin', nullable: true }) primaryOrigin!: LinkOrigin | null;
  @Column('timestamptz', { name: 'primary_since', nullable: true }) primarySince!: Date | null;
  @Column('text', { nullable: true }) sentiment!: FeedbackSentiment | null;
  @Column('text') state!: FeedbackState;
  @Column('text', { name: 'triaged_text', nullable: true }) triagedText!: string | null;
  @Column('boolean') flagged!: boolean;
  @Column('text', { nullable: true }) decision!: FeedbackDecision | null;
  @Column('text') reason!: string;
  @Column('text', { name: 'forwarded_to' }) forwardedTo!: string;
  @Column('text') answer!: string;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  @Column('text', { name: 'decided_by' }) decidedBy!: string;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt!: Date | null;
  /** Where a second person had to let it out: who wrote it, who did, and whether that was the same one. */
  @Column('text', { name: 'drafted_by' }) draftedBy!: string;
  @Column('text', { name: 'released_by' }) releasedBy!: string;
  @Column('boolean', { name: 'released_alone' }) releasedAlone!: boolean;
  @Column('text', { name: 'rejected_reason' }) rejectedReason!: string;
  @Column('text', { name: 'public_answer' }) publicAnswer!: string;
  @Column('date', { name: 'public_since', nullable: true }) publicSince!: string | null;
  /** The same for all that were answered together. */
  @Column('uuid', { name: 'answer_group_id', nullable: true }) answerGroupId!: string | null;
  /** The one in the same words whose way it goes; its sender is answered all the same. */
  @Column('uuid', { name: 'counted_with_id', nullable: true }) countedWithId!: string | null;
  /** The letter of which it is a passage; the mark there has the id of the Hinweis. */
  @Column('uuid', { name: 'letter_id', nullable: true }) letterId!: string | null;
  /** Of the checked words, made by the database. */
  @Column({ type: 'text', insert: false, update: false }) fingerprint?: string;
  @Column('uuid', { name: 'entered_by_account_id', nullable: true }) enteredByAccountId!: string | null;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
