import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MeasureState } from '@runder-tisch/domain/measures';

@Entity('measure')
export class Measure {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') description!: string;
  @Column('text') state!: MeasureState;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
