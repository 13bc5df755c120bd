import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TemplateState } from '@runder-tisch/domain/cycles';

@Entity('process_template')
export class ProcessTemplate {
  @PrimaryColumn('uuid') id!: string;
  @Column('integer') number!: number;
  @Column('text') state!: TemplateState;
  @Column('uuid', { name: 'based_on_id', nullable: true }) basedOnId!: string | null;
  @Column('text', { name: 'change_note' }) changeNote!: string;
  @Column('integer') months!: number;
  @Column('text', { name: 'released_by' }) releasedBy!: string;
  @Column('timestamptz', { name: 'released_at', nullable: true }) releasedAt!: Date | null;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
