import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MeasureKind, MeasureState, OverridingStatus } from '@runder-tisch/domain/measures';

@Entity('measure')
export class Measure {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') number!: string;
  @Column('text') kind!: MeasureKind;
  @Column('uuid', { name: 'field_id' }) fieldId!: string;
  @Column('text') title!: string;
  @Column('text') description!: string;
  @Column('text') target!: string;
  @Column('uuid', { name: 'lead_organisation_id', nullable: true }) leadOrganisationId!: string | null;
  @Column('uuid', { name: 'lead_person_id', nullable: true }) leadPersonId!: string | null;
  @Column('date', { name: 'starts_on', nullable: true }) startsOn!: string | null;
  @Column('date', { name: 'due_on', nullable: true }) dueOn!: string | null;
  @Column('date', { name: 'completed_on', nullable: true }) completedOn!: string | null;
  @Column('boolean', { name: 'cost_neutral' }) costNeutral!: boolean;
  @Column('text', { name: 'funding_source' }) fundingSource!: string;
  @Column('text') funder!: string;
  @Column('date', { name: 'funding_until', nullable: true }) fundingUntil!: string | null;
  @Column('text') state!: MeasureState;
  @Column('text', { name: 'state_reason' }) stateReason!: string;
  @Column('uuid', { name: 'followed_by_id', nullable: true }) followedById!: string | null;
  @Column('text', { name: 'override_status', nullable: true }) overrideStatus!: OverridingStatus | null;
  @Column('text', { name: 'override_reason' }) overrideReason!: string;
  /** The name of who set it, as it stood then. */
  @Column('text', { name: 'override_by' }) overrideBy!: string;
  @Column('timestamptz', { name: 'override_at', nullable: true }) overrideAt!: Date | null;
  @Column('date', { name: 'carried_over_on', nullable: true }) carriedOverOn!: string | null;
  @Column('text', { name: 'carried_over_by' }) carriedOverBy!: string;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
