import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StoredRegistrationState } from '@runder-tisch/domain/accounts';

/** Somebody asks to work here for an organisation; nobody but they and the office know of it. */
@Entity('registration')
export class Registration {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisationId!: string | null;
  @Column('text', { name: 'organisation_name' }) organisationName!: string;
  @Column('text', { name: 'organisation_city' }) organisationCity!: string;
  @Column('text', { name: 'given_name' }) givenName!: string;
  @Column('text', { name: 'family_name' }) familyName!: string;
  @Column('text') function!: string;
  @Column('text') mail!: string;
  @Column('text') phone!: string;
  @Column('text') message!: string;
  @Column('text') state!: StoredRegistrationState;
  @Column('text') reason!: string;
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
  @Column('text', { name: 'decided_by' }) decidedBy!: string;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt!: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('integer') version!: number;
}
