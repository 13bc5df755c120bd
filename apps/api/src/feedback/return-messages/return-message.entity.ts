import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DocumentContent } from '@runder-tisch/domain/documents';

export interface ReturnMessageContent {
  subject: string;
  intro: string;
  closing: string;
  leftOutIds: string[];
  /** As it went out; null while it is a draft and follows the items. */
  document: DocumentContent | null;
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
  @Column('integer') recipients!: number;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
