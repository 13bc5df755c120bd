import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CycleState } from '@runder-tisch/domain/cycles';

@Entity('cycle')
export class Cycle {
  @PrimaryColumn('uuid') id!: string;
  @Column('integer') number!: number;
  @Column('text') name!: string;
  @Column('text') state!: CycleState;
  @Column('text', { name: 'state_reason' }) stateReason!: string;
  @Column('date', { name: 'begins_on' }) beginsOn!: string;
  @Column('date', { name: 'ends_on' }) endsOn!: string;
  @Column('date', { name: 'closed_on', nullable: true }) closedOn!: string | null;
  @Column('uuid', { name: 'template_id' }) templateId!: string;
  @Column('uuid', { name: 'previous_id', nullable: true }) previousId!: string | null;
  @Column('uuid', { name: 'data_concept_id', nullable: true }) dataConceptId!: string | null;
  @Column('text', { name: 'term_name' }) termName!: string;
  @Column('date', { name: 'term_begins_on', nullable: true }) termBeginsOn!: string | null;
  @Column('date', { name: 'term_ends_on', nullable: true }) termEndsOn!: string | null;
  @Column('date', { name: 'election_on', nullable: true }) electionOn!: string | null;
  /** The adopted plan in force; Teilpläne with an age of their own come with the planning document. */
  @Column('text', { name: 'plan_title' }) planTitle!: string;
  @Column('date', { name: 'plan_adopted_on', nullable: true }) planAdoptedOn!: string | null;
  @Column('jsonb', { nullable: true }) counted!: object | null;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  /** Worked out by the database from the state; see its exclusion constraint. */
  @Column({ type: 'int4range', insert: false, update: false, select: false, nullable: true })
  attention!: string;
}
