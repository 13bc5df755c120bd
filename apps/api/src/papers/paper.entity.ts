import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DecisionResult } from '@runder-tisch/domain/findings';
import type { ConsultationRole, PaperState } from '@runder-tisch/domain/papers';

@Entity('paper')
export class Paper {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') number!: string;
  @Column('text') title!: string;
  @Column('text') proposal!: string;
  @Column('text') reasoning!: string;
  @Column('text') applicant!: string;
  @Column('text') unit!: string;
  @Column('text', { name: 'council_link' }) councilLink!: string;
  @Column('boolean') confidential!: boolean;
  @Column('text') state!: PaperState;
  @Column('text', { name: 'withdrawn_reason' }) withdrawnReason!: string;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  /** Folded, to look for words in; the database writes it. */
  @Column({ type: 'text', insert: false, update: false, select: false }) words?: string;
}

/** One body on the way of a paper, and what it made of it. */
@Entity('paper_consultation')
export class PaperConsultation {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'paper_id' }) paperId!: string;
  @Column('uuid', { name: 'committee_id' }) committeeId!: string;
  @Column('text') role!: ConsultationRole;
  @Column('integer') position!: number;
  @Column('date', { name: 'planned_on', nullable: true }) plannedOn!: string | null;
  @Column('uuid', { name: 'agenda_item_id', nullable: true }) agendaItemId!: string | null;
  @Column('text', { nullable: true }) result!: DecisionResult | null;
  @Column('date', { name: 'decided_on', nullable: true }) decidedOn!: string | null;
  @Column('integer', { name: 'votes_yes', nullable: true }) votesYes!: number | null;
  @Column('integer', { name: 'votes_no', nullable: true }) votesNo!: number | null;
  @Column('integer', { name: 'votes_abstained', nullable: true }) votesAbstained!: number | null;
  @Column('text') wording!: string;
  @Column('text') reason!: string;
  @Column('text', { name: 'resolution_number' }) resolutionNumber!: string;
  @Column('integer') version!: number;
}
