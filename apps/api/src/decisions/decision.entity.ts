import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DecisionKind, DecisionState } from '@runder-tisch/domain/decisions';

@Entity('decision')
export class Decision {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: DecisionKind;
  @Column('text') title!: string;
  @Column('text') explanation!: string;
  @Column('text') state!: DecisionState;
  @Column('date', { name: 'due_on', nullable: true }) dueOn!: string | null;
  @Column('uuid', { name: 'committee_id', nullable: true }) committeeId!: string | null;
  @Column('uuid', { name: 'proposed_option_id', nullable: true }) proposedOptionId!: string | null;
  @Column('text', { name: 'proposed_by' }) proposedBy!: string;
  @Column('date', { name: 'proposed_on', nullable: true }) proposedOn!: string | null;
  @Column('text', { name: 'proposal_reason' }) proposalReason!: string;
  @Column('uuid', { name: 'decided_option_id', nullable: true }) decidedOptionId!: string | null;
  @Column('date', { name: 'decided_on', nullable: true }) decidedOn!: string | null;
  @Column('uuid', { name: 'decided_committee_id', nullable: true }) decidedCommitteeId!: string | null;
  @Column('text', { name: 'decided_by' }) decidedBy!: string;
  @Column('uuid', { name: 'meeting_id', nullable: true }) meetingId!: string | null;
  @Column('text') reference!: string;
  @Column('text') wording!: string;
  @Column('text') reason!: string;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
