import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  DataProtectionClass,
  ExpectedColumn,
  InterfaceDirection,
  InterfaceForm,
  InterfaceRhythm,
} from '@runder-tisch/domain/data-requests';

@Entity('interface_agreement')
export class InterfaceAgreement {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') partner!: string;
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisationId!: string | null;
  @Column('text') direction!: InterfaceDirection;
  @Column('text') rhythm!: InterfaceRhythm;
  @Column('text') form!: InterfaceForm;
  @Column('text') basis!: string;
  @Column('text', { name: 'data_class' }) dataClass!: DataProtectionClass;
  @Column('date', { name: 'valid_from', nullable: true }) validFrom!: string | null;
  @Column('integer', { name: 'days_to_deliver' }) daysToDeliver!: number;
  @Column('text') contact!: string;
  @Column('text') mail!: string;
  @Column('jsonb') columns!: ExpectedColumn[];
  /** Its place in the decided order of topics, and the topic it comes from. */
  @Column('integer', { name: 'work_place', nullable: true }) workPlace!: number | null;
  @Column('text', { name: 'work_reason' }) workReason!: string;
  @Column('integer') position!: number;
  @Column('boolean') active!: boolean;
  @Column('integer') version!: number;
}
