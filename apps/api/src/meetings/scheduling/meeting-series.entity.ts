import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SeriesRhythm } from '@runder-tisch/domain/meetings';

/** The rule by which several meetings were made in one step. */
@Entity('meeting_series')
export class MeetingSeries {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') rhythm!: SeriesRhythm;
  @Column('integer') every!: number;
  @Column('date', { name: 'first_day' }) firstDay!: string;
  @Column('date', { name: 'until_day' }) untilDay!: string;
  @Column('text', { name: 'start_time' }) startTime!: string;
  @Column('text', { name: 'end_time' }) endTime!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('integer') version!: number;
}
