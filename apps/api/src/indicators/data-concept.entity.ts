import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DataConceptState } from '@runder-tisch/domain/indicators';

@Entity('data_concept')
export class DataConcept {
  @PrimaryColumn('uuid') id!: string;
  @Column('integer') number!: number;
  @Column('text') state!: DataConceptState;
  @Column('text') title!: string;
  @Column('text') observed!: string;
  @Column('text') purpose!: string;
  @Column('text') origin!: string;
  @Column('text') rhythm!: string;
  @Column('date', { name: 'valid_from', nullable: true }) validFrom!: string | null;
  @Column('text', { name: 'changed_by' }) changedBy!: string;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
