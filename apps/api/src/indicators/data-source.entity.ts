import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PopulationBase } from '@runder-tisch/domain/indicators';

@Entity('data_source')
export class DataSource {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  @Column('text') name!: string;
  @Column('text') publisher!: string;
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisationId!: string | null;
  @Column('text') statistic!: string;
  @Column('integer', { name: 'rhythm_months', nullable: true }) rhythmMonths!: number | null;
  @Column('integer', { name: 'lag_months' }) lagMonths!: number;
  @Column('date', { name: 'next_release_on', nullable: true }) nextReleaseOn!: string | null;
  @Column('text') licence!: string;
  @Column('text') attribution!: string;
  @Column('text', { name: 'population_base', nullable: true }) populationBase!: PopulationBase | null;
  @Column('text') note!: string;
  @Column('boolean') active!: boolean;
  @Column('integer') version!: number;
}
