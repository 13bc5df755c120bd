import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DataRequestState } from '@runder-tisch/domain/data-requests';

@Entity('data_request')
export class DataRequest {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') number!: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId!: string;
  @Column('text') what!: string;
  @Column('text') period!: string;
  @Column('date', { name: 'due_on' }) dueOn!: string;
  @Column('text') message!: string;
  @Column('text') state!: DataRequestState;
  @Column('text', { name: 'created_by' }) createdBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: Date | null;
  @Column('uuid', { name: 'batch_id', nullable: true }) batchId!: string | null;
  @Column('timestamptz', { name: 'reminded_at', nullable: true }) remindedAt!: Date | null;
  @Column('integer', { name: 'imported_rows', nullable: true }) importedRows!: number | null;
  /** The import of its figures, which opens it again when it is taken back. */
  @Column('uuid', { name: 'closed_by_import_id', nullable: true }) closedByImportId!: string | null;
  @Column('integer') version!: number;
}
