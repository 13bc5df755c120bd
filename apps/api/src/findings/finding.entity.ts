import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FindingState } from '@runder-tisch/domain/findings';

@Entity('finding')
export class Finding {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') description!: string;
  @Column('text') state!: FindingState;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
