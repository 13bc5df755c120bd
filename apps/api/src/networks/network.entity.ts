import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MembershipRole, NetworkKind, NetworkState, NetworkTarget } from '@runder-tisch/domain/networks';

@Entity('network')
export class Network {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'short_name' }) shortName!: string;
  @Column('text') kind!: NetworkKind;
  @Column('text') purpose!: string;
  @Column('text', { name: 'legal_basis' }) legalBasis!: string;
  @Column('uuid', { name: 'reports_to_committee_id', nullable: true }) reportsToCommitteeId!: string | null;
  @Column('integer', { name: 'meeting_interval_months', nullable: true }) meetingIntervalMonths!:
    number | null;
  @Column('text', { name: 'meeting_habit' }) meetingHabit!: string;
  @Column('date', { name: 'cooperation_agreement_on', nullable: true }) cooperationAgreementOn!:
    string | null;
  @Column('text') state!: NetworkState;
  @Column('integer', { name: 'target_size', nullable: true }) targetSize!: number | null;
  @Column('jsonb', { name: 'target_types' }) targetTypes!: NetworkTarget[];
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

/** A seat: of an organisation, filled by a person (nobody is a vacancy), or of a person alone. */
@Entity('membership')
export class Membership {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'network_id' }) networkId!: string;
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisationId!: string | null;
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
  @Column('uuid', { name: 'deputy_person_id', nullable: true }) deputyPersonId!: string | null;
  @Column('text') role!: MembershipRole;
  @Column('date', { name: 'from_day' }) fromDay!: string;
  /** The last day. */
  @Column('date', { name: 'to_day', nullable: true }) toDay!: string | null;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
