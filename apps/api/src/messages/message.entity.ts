import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  FileWay,
  MessageCounts,
  MessageFileView,
  MessageKind,
  RecipientOutcome,
} from '@runder-tisch/domain/messages';

/** What a Nachricht was when it went out. */
export interface SentContent {
  files: (MessageFileView & { fileId: string })[];
  /** Where answers go. */
  replyTo: string;
  /** What had become of it when its single mails were forgotten. */
  counts?: MessageCounts;
}

/** A mail to networks, kinds of organisations, Handlungsfelder and people: a draft, then kept as it went out. */
@Entity('message')
export class Message {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: MessageKind;
  @Column('text') subject!: string;
  @Column('text') text!: string;
  @Column('text', { name: 'files_as' }) filesAs!: FileWay;
  @Column('text', { name: 'left_out', array: true }) leftOut!: string[];
  @Column('text', { array: true }) anyway!: string[];
  @Column('uuid', { name: 'author_account_id', nullable: true }) authorAccountId!: string | null;
  @Column('text', { name: 'written_by' }) writtenBy!: string;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: Date | null;
  @Column('text', { name: 'sent_by' }) sentBy!: string;
  @Column('jsonb', { nullable: true }) content!: SentContent | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date;
  @Column('integer') version!: number;
}

/** One of the groups and people somebody chose. */
@Entity('message_target')
export class MessageTargetRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'message_id' }) messageId!: string;
  @Column('integer') position!: number;
  @Column('uuid', { name: 'network_id', nullable: true }) networkId!: string | null;
  @Column('text', { name: 'organisation_type', nullable: true }) organisationType!: string | null;
  @Column('uuid', { name: 'field_id', nullable: true }) fieldId!: string | null;
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisationId!: string | null;
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
  @Column('uuid', { name: 'meeting_id', nullable: true }) meetingId!: string | null;
  @Column('uuid', { name: 'format_id', nullable: true }) formatId!: string | null;
}

/** Somebody a sent Nachricht was for, and whether they got a mail. */
@Entity('message_recipient')
export class MessageRecipient {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'message_id' }) messageId!: string;
  @Column('integer') position!: number;
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisationId!: string | null;
  @Column('text') name!: string;
  @Column('text') mail!: string;
  @Column('text', { name: 'speaks_for' }) speaksFor!: string;
  @Column('text') greeting!: string;
  @Column('text') outcome!: RecipientOutcome;
  @Column('text') detail!: string;
}

/** An address that refused mails of one kind. */
@Entity('mail_opt_out')
export class MailOptOut {
  @PrimaryColumn('text') mail!: string;
  @PrimaryColumn('text') kind!: MessageKind;
  @Column('timestamptz') since!: Date;
}
