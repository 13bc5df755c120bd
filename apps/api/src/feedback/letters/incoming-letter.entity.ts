import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FeedbackChannel, FeedbackSource, LetterState } from '@runder-tisch/domain/feedback';

/** A letter to the office, out of which Hinweise are made. Its words lie in incoming_letter_text. */
@Entity('incoming_letter')
export class IncomingLetter {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') subject!: string;
  @Column('text') source!: FeedbackSource;
  @Column('text') channel!: FeedbackChannel;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
  @Column('text', { name: 'speaker_role' }) speakerRole!: string;
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisationId!: string | null;
  @Column('uuid', { name: 'network_id', nullable: true }) networkId!: string | null;
  @Column('uuid', { name: 'municipality_id', nullable: true }) municipalityId!: string | null;
  @Column('text') state!: LetterState;
  /** Why what is not marked holds no Hinweis. */
  @Column('text', { name: 'rest_reason' }) restReason!: string;
  @Column('timestamptz', { name: 'done_at', nullable: true }) doneAt!: Date | null;
  @Column('text', { name: 'done_by' }) doneBy!: string;
  @Column('uuid', { name: 'entered_by_account_id', nullable: true }) enteredByAccountId!: string | null;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
