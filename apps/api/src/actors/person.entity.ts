import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('person')
export class Person {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') salutation!: '' | 'Frau' | 'Herr';
  @Column('text') title!: string;
  @Column('text', { name: 'given_name' }) givenName!: string;
  @Column('text', { name: 'family_name' }) familyName!: string;
  @Column('text') mail!: string;
  @Column('text') phone!: string;
  @Column('boolean', { name: 'contact_public' }) contactPublic!: boolean;
  @Column('date', { name: 'consent_given_on', nullable: true }) consentGivenOn!: string | null;
  @Column('text', { name: 'consent_note' }) consentNote!: string;
  @Column('date', { name: 'valid_until', nullable: true }) validUntil!: string | null;
  @Column('text') note!: string;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

@Entity('representation')
export class Representation {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('text') function!: string;
  @Column('date', { name: 'from_day' }) fromDay!: string;
  @Column('date', { name: 'to_day', nullable: true }) toDay!: string | null;
  @Column('integer') version!: number;
}
