import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FormatBefore } from '../../formats/formats.service';
import type { DocumentContent } from '@runder-tisch/domain/documents';

export interface ReturnMessageContent {
  subject: string;
  intro: string;
  closing: string;
  leftOutIds: string[];
  /** As it went out; null while it is a draft and follows the items. */
  document: DocumentContent | null;
  /** What sending it changed, for the minute in which it can be taken back. */
  before?: BeforeSending | null;
}

export interface BeforeSending {
  inReviewUntil: string | null;
  /** Hinweise this letter answered; the others it reports on had their answer or have none yet. */
  answeredIds: string[];
  /** When it had gone out without mails, for everybody to read: then it stays so. */
  sentAt?: string | null;
  /** Meetings that had not been fed back. */
  meetingIds: string[];
  format: FormatBefore | null;
}

/** An Ergebnisbrief: what became of the Hinweise of one meeting or one format. */
@Entity('return_message')
export class ReturnMessage {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'meeting_id', nullable: true }) meetingId!: string | null;
  @Column('uuid', { name: 'format_id', nullable: true }) formatId!: string | null;
  @Column('integer') number!: number;
  @Column('date', { name: 'in_review_until', nullable: true }) inReviewUntil!: string | null;
  @Column('jsonb') content!: ReturnMessageContent;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: Date | null;
  @Column('text', { name: 'sent_by' }) sentBy!: string;
  /** Who changed its words last. */
  @Column('uuid', { name: 'drafted_by_account_id', nullable: true }) draftedByAccountId!: string | null;
  @Column('text', { name: 'drafted_by' }) draftedBy!: string;
  /** Since when it waits to be read by somebody else in these words. */
  @Column('timestamptz', { name: 'presented_at', nullable: true }) presentedAt!: Date | null;
  @Column('boolean', { name: 'released_alone' }) releasedAlone!: boolean;
  @Column('integer') recipients!: number;
  @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt!: Date | null;
  @Column('text', { name: 'published_by' }) publishedBy!: string;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
