import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DiscourseState } from '@runder-tisch/domain/cycles';

@Entity('discourse_round')
export class DiscourseRound {
  @PrimaryColumn('uuid') id!: string;
  /** Over all cycles of the county, because the rounds follow each other. */
  @Column('integer') number!: number;
  @Column('uuid', { name: 'cycle_id' }) cycleId!: string;
  /** Its reflection is the input of this one. */
  @Column('uuid', { name: 'previous_id', nullable: true }) previousId!: string | null;
  @Column('text') title!: string;
  @Column('date', { name: 'starts_on' }) startsOn!: string;
  @Column('date', { name: 'ends_on' }) endsOn!: string;
  @Column('text') question!: string;
  @Column('text') reflection!: string;
  @Column('text') state!: DiscourseState;
  /** Why it was opened again. */
  @Column('text', { name: 'state_reason' }) stateReason!: string;
  @Column('date', { name: 'closed_on', nullable: true }) closedOn!: string | null;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
