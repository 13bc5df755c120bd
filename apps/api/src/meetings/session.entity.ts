import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DocumentContent } from '@runder-tisch/domain/documents';
import type { LineKind } from '@runder-tisch/domain/meetings';

/** Who was there; the id is made by the device that took the attendance, also offline. */
@Entity('attendance')
export class Attendance {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId!: string;
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisationId!: string | null;
  @Column('uuid', { name: 'invitation_id', nullable: true }) invitationId!: string | null;
  @Column('text', { name: 'guest_name' }) guestName!: string;
  @Column('boolean') present!: boolean;
  @Column('integer') version!: number;
}

/** One line of the minutes; columns that refer to what another area keeps of it belong to `LineOwners`. */
@Entity('minutes_entry')
export class MinutesEntry {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId!: string;
  @Column('uuid', { name: 'agenda_item_id', nullable: true }) agendaItemId!: string | null;
  @Column('numeric') position!: string;
  @Column('text') kind!: LineKind;
  @Column('text') text!: string;
  @Column('uuid', { name: 'task_id', nullable: true }) taskId!: string | null;
  @Column('integer', { name: 'votes_yes', nullable: true }) votesYes!: number | null;
  @Column('integer', { name: 'votes_no', nullable: true }) votesNo!: number | null;
  @Column('integer', { name: 'votes_abstain', nullable: true }) votesAbstain!: number | null;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'deleted_at', nullable: true }) deletedAt!: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

@Entity('protocol')
export class Protocol {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId!: string;
  @Column('integer') number!: number;
  @Column('jsonb') content!: DocumentContent;
  @Column('uuid', { name: 'pdf_file_id', nullable: true }) pdfFileId!: string | null;
  /** Of a committee's session, for others than the body; the same as the whole where that holds nothing for the body alone. */
  @Column('jsonb', { name: 'public_content', nullable: true }) publicContent!: DocumentContent | null;
  @Column('uuid', { name: 'public_pdf_file_id', nullable: true }) publicPdfFileId!: string | null;
  @Column('timestamptz', { name: 'approved_at', nullable: true }) approvedAt!: Date | null;
  @Column('text', { name: 'approved_by' }) approvedBy!: string;
}
