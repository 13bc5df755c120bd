import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConsolidationMeasure, ConsolidationSubject } from '@runder-tisch/domain/structure';

@Entity('consolidation_criterion')
export class ConsolidationCriterion {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') subject!: ConsolidationSubject;
  @Column('text') name!: string;
  @Column('text') question!: string;
  @Column('text') measure!: ConsolidationMeasure;
  @Column('integer', { nullable: true }) least!: number | null;
  @Column('integer', { nullable: true }) share!: number | null;
  @Column('integer', { nullable: true }) months!: number | null;
  @Column('integer') position!: number;
  @Column('boolean') active!: boolean;
  @Column('integer') version!: number;
}

@Entity('consolidation_check')
export class ConsolidationCheck {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') subject!: ConsolidationSubject;
  @Column('uuid', { name: 'network_id', nullable: true }) networkId!: string | null;
  @Column('uuid', { name: 'format_id', nullable: true }) formatId!: string | null;
  @Column('date', { name: 'checked_on' }) checkedOn!: string;
  @Column('text') note!: string;
  @Column('text', { name: 'made_by' }) madeBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

/** One criterion as it read on that day, with what the data said and what a human answered. */
@Entity('consolidation_result')
export class ConsolidationResult {
  @PrimaryColumn('uuid', { name: 'check_id' }) checkId!: string;
  @PrimaryColumn('integer') position!: number;
  @Column('uuid', { name: 'criterion_id', nullable: true }) criterionId!: string | null;
  @Column('text') name!: string;
  @Column('text') threshold!: string;
  @Column('boolean', { nullable: true }) proposed!: boolean | null;
  @Column('text') evidence!: string;
  @Column('boolean') met!: boolean;
  @Column('text') reason!: string;
}
