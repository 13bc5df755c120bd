import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { InboxKind, InboxState } from '@runder-tisch/domain/inbox';
import type { GivenAnswer } from '@runder-tisch/domain/meetings';

/** A mail that came to our address. */
@Entity('inbox_mail')
export class InboxMail {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') fingerprint!: string;
  @Column('text') mailbox!: string;
  @Column('bigint', { name: 'uid_validity' }) uidValidity!: string;
  @Column('bigint') uid!: string;
  @Column('text', { name: 'message_id' }) messageId!: string;
  @Column('text', { name: 'from_name' }) fromName!: string;
  @Column('text', { name: 'from_mail' }) fromMail!: string;
  @Column('text') subject!: string;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: Date | null;
  @Column('timestamptz', { name: 'taken_at' }) takenAt!: Date;
  /** As it came, as long as somebody may still decide about it. */
  @Column('bytea', { nullable: true }) raw!: Buffer | null;
  @Column('text') text!: string;
  @Column('integer') attempts!: number;
  @Column('text') error!: string;
  @Column('text') state!: InboxState;
  @Column('text') kind!: InboxKind;
  @Column('text') says!: string;
  /** What its calendar part says. */
  @Column('text', { nullable: true }) answer!: GivenAnswer | null;
  /** What was entered when it came and differs from that. */
  @Column('text', { nullable: true }) entered!: GivenAnswer | null;
  /** For whom it answers, where that is not its sender. */
  @Column('text') attendee!: string;
  @Column('uuid', { name: 'meeting_id', nullable: true }) meetingId!: string | null;
  @Column('uuid', { name: 'invitation_id', nullable: true }) invitationId!: string | null;
  /** The mail of ours that it answers, by In-Reply-To or References. */
  @Column('uuid', { name: 'answered_mail_id', nullable: true }) answeredMailId!: string | null;
  /** What that mail was about. */
  @Column('text', { name: 'object_kind', nullable: true }) objectKind!: string | null;
  @Column('uuid', { name: 'object_id', nullable: true }) objectId!: string | null;
  @Column('uuid', { name: 'network_id', nullable: true }) networkId!: string | null;
  /** Whoever sent the mail it answers. */
  @Column('uuid', { name: 'account_id', nullable: true }) accountId!: string | null;
  @Column('text', { name: 'forwarded_to' }) forwardedTo!: string;
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt!: Date | null;
  @Column('text', { name: 'decided_by' }) decidedBy!: string;
}
