import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrganisationType } from '@runder-tisch/domain/actors';

@Entity('organisation')
export class Organisation {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'short_name' }) shortName!: string;
  @Column('text') type!: OrganisationType;
  @Column('text', { name: 'function_mailbox' }) functionMailbox!: string;
  @Column('text') phone!: string;
  @Column('text') website!: string;
  @Column('text') street!: string;
  @Column('text', { name: 'postal_code' }) postalCode!: string;
  @Column('text') city!: string;
  @Column('uuid', { name: 'municipality_id', nullable: true }) municipalityId!: string | null;
  @Column('text') note!: string;
  @Column('boolean', { name: 'recognised_youth_welfare' }) recognisedYouthWelfare!: boolean;
  @Column('date', { name: 'checked_on', nullable: true }) checkedOn!: string | null;
  @Column('boolean') active!: boolean;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
