import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AttachmentVisibility } from '@runder-tisch/domain/attachments';

@Entity('attachment')
export class Attachment {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { name: 'object_kind' }) objectKind!: string;
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisationId!: string | null;
  @Column('uuid', { name: 'owner_id', nullable: true }) ownerId!: string | null;
  @Column({ type: 'uuid', name: 'object_id', nullable: true, insert: false, update: false })
  objectId?: string;
  @Column('uuid', { name: 'part_id', nullable: true }) partId!: string | null;
  @Column('text') title!: string;
  @Column('text') visibility!: AttachmentVisibility;
  @Column('integer', { name: 'current_number' }) currentNumber!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date;
  @Column('timestamptz', { name: 'deleted_at', nullable: true }) deletedAt!: Date | null;
  @Column('integer') version!: number;
}

@Entity('attachment_version')
export class AttachmentVersion {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'attachment_id' }) attachmentId!: string;
  @Column('integer') number!: number;
  @Column('uuid', { name: 'file_id' }) fileId!: string;
  @Column('text', { name: 'file_name' }) fileName!: string;
  @Column('text') ending!: string;
  @Column('integer') size!: number;
  /** The name of who uploaded it, as it stood then. */
  @Column('text', { name: 'by_name' }) byName!: string;
  @Column('text') note!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
