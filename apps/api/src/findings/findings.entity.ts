import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FindingState, PriorityState, RecommendationState } from '@runder-tisch/domain/findings';

@Entity('finding')
export class Finding {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') number!: string;
  @Column('uuid', { name: 'field_id' }) fieldId!: string;
  @Column('uuid', { name: 'planning_area_id', nullable: true }) planningAreaId!: string | null;
  @Column('uuid', { name: 'municipality_id', nullable: true }) municipalityId!: string | null;
  @Column('text') statement!: string;
  @Column('text') caveat!: string;
  @Column('text') state!: FindingState;
  @Column('text', { name: 'dropped_reason' }) droppedReason!: string;
  /** Made by the database of its words. */
  @Column({ type: 'text', insert: false, update: false }) fingerprint?: string;
  @Column('uuid', { name: 'entered_by_account_id', nullable: true }) enteredByAccountId!: string | null;
  @Column('text', { name: 'confirmed_by' }) confirmedBy!: string;
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt!: Date | null;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

@Entity('action_priority')
export class ActionPriority {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') number!: string;
  @Column('uuid', { name: 'field_id' }) fieldId!: string;
  @Column('text') title!: string;
  @Column('text') description!: string;
  @Column('text', { name: 'without_voice' }) withoutVoice!: string;
  @Column('text') state!: PriorityState;
  @Column('text', { name: 'dropped_reason' }) droppedReason!: string;
  /** Made by the database of its words. */
  @Column({ type: 'text', insert: false, update: false }) fingerprint?: string;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

@Entity('recommendation')
export class Recommendation {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') number!: string;
  @Column('integer') year!: number;
  @Column('uuid', { name: 'field_id' }) fieldId!: string;
  @Column('text') wording!: string;
  @Column('text') addressee!: string;
  @Column('text', { name: 'measure_of_success' }) measureOfSuccess!: string;
  @Column('text') feasibility!: string;
  @Column('text') relevance!: string;
  @Column('date', { name: 'due_on', nullable: true }) dueOn!: string | null;
  @Column('boolean', { name: 'cost_neutral' }) costNeutral!: boolean;
  @Column('text', { name: 'funding_source' }) fundingSource!: string;
  @Column('text', { name: 'earlier_plan' }) earlierPlan!: string;
  @Column('text') state!: RecommendationState;
  @Column('text', { name: 'withdrawn_reason' }) withdrawnReason!: string;
  /** Made by the database of its words. */
  @Column({ type: 'text', insert: false, update: false }) fingerprint?: string;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

@Entity('need_statement')
export class NeedStatement {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'field_id' }) fieldId!: string;
  @Column('uuid', { name: 'planning_area_id', nullable: true }) planningAreaId!: string | null;
  @Column('text') stock!: string;
  @Column('text') need!: string;
  @Column('text') gap!: string;
  @Column('text') source!: string;
  @Column('date', { name: 'as_of' }) asOf!: string;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
