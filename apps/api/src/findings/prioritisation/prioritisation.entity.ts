import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PrioritisationMode, PrioritisationState } from '@runder-tisch/domain/findings/prioritisation';

@Entity('prioritisation')
export class Prioritisation {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') question!: string;
  @Column('text') explanation!: string;
  @Column('text') mode!: PrioritisationMode;
  @Column('uuid', { name: 'meeting_id', nullable: true }) meetingId!: string | null;
  @Column('uuid', { name: 'network_id', nullable: true }) networkId!: string | null;
  @Column('integer', { name: 'points_per_person' }) pointsPerPerson!: number;
  @Column('integer', { name: 'most_per_option', nullable: true }) mostPerOption!: number | null;
  @Column('integer') places!: number;
  @Column('text') state!: PrioritisationState;
  @Column('text', { name: 'join_code', nullable: true }) joinCode!: string | null;
  @Column('uuid', { name: 'batch_id', nullable: true }) batchId!: string | null;
  @Column('timestamptz', { name: 'opened_at', nullable: true }) openedAt!: Date | null;
  @Column('timestamptz', { name: 'reminded_at', nullable: true }) remindedAt!: Date | null;
  @Column('timestamptz', { name: 'closes_at', nullable: true }) closesAt!: Date | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: Date | null;
  @Column('text', { name: 'cancelled_reason' }) cancelledReason!: string;
  @Column('integer', { nullable: true }) voters!: number | null;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

@Entity('prioritisation_option')
export class PrioritisationOption {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'prioritisation_id' }) prioritisationId!: string;
  @Column('uuid', { name: 'priority_id', nullable: true }) priorityId!: string | null;
  @Column('text') title!: string;
  @Column('integer') position!: number;
  @Column('integer', { nullable: true }) points!: number | null;
}
