import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  Accessibility,
  ChangeState,
  Language,
  ServiceState,
} from '@runder-tisch/domain/social-services';

/** An offer of an organisation: where it stands, and which of its versions is worked on and which is valid. */
@Entity('social_service')
export class SocialService {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('text') state!: Exclude<ServiceState, 'STALE'>;
  @Column('text', { nullable: true }) change!: ChangeState | null;
  @Column('uuid', { name: 'current_version_id' }) currentVersionId!: string;
  @Column('uuid', { name: 'confirmed_version_id', nullable: true }) confirmedVersionId!: string | null;
  @Column('date', { name: 'confirmed_on', nullable: true }) confirmedOn!: string | null;
  @Column('timestamptz', { name: 'submitted_at', nullable: true }) submittedAt!: Date | null;
  @Column('text', { name: 'submitted_by' }) submittedBy!: string;
  @Column('text', { name: 'return_reason' }) returnReason!: string;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

/** What was said about it once; the database lets nobody change it. */
@Entity('service_version')
export class ServiceVersion {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'service_id' }) serviceId!: string;
  @Column('integer') number!: number;
  @Column('text') title!: string;
  @Column('uuid', { name: 'category_id', nullable: true }) categoryId!: string | null;
  @Column('uuid', { name: 'field_id', nullable: true }) fieldId!: string | null;
  @Column('text') description!: string;
  @Column('boolean', { name: 'secret_place' }) secretPlace!: boolean;
  @Column('text') street!: string;
  @Column('text', { name: 'postal_code' }) postalCode!: string;
  @Column('text') city!: string;
  @Column('uuid', { name: 'municipality_id', nullable: true }) municipalityId!: string | null;
  @Column('text', { nullable: true }) accessibility!: Accessibility | null;
  @Column('text', { name: 'opening_hours' }) openingHours!: string;
  @Column('text') phone!: string;
  @Column('text') mail!: string;
  @Column('text') website!: string;
  @Column('text', { array: true }) languages!: Language[];
  @Column('integer', { name: 'waiting_days', nullable: true }) waitingDays!: number | null;
  @Column('date', { name: 'waiting_on', nullable: true }) waitingOn!: string | null;
  @Column('text', { name: 'internal_note' }) internalNote!: string;
  @Column('timestamptz', { name: 'saved_at' }) savedAt!: Date;
  @Column('text', { name: 'saved_by' }) savedBy!: string;
}
