import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarPeriodKind } from '@runder-tisch/domain/settings';

@Entity('calendar_period')
export class CalendarPeriod {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: CalendarPeriodKind;
  @Column('text') name!: string;
  @Column('date', { name: 'from_day' }) fromDay!: string;
  /** The last day. */
  @Column('date', { name: 'to_day' }) toDay!: string;
  @Column('integer') version!: number;
}
