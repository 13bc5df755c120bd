import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlaceFacet } from '@runder-tisch/domain/territory';

@Entity('planning_area')
export class PlanningArea {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('integer') position!: number;
  @Column('boolean') active!: boolean;
  @Column('integer') version!: number;
}

@Entity('municipality')
export class Municipality {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') ags!: string;
  @Column('text') name!: string;
  @Column('uuid', { name: 'planning_area_id', nullable: true }) planningAreaId!: string | null;
  @Column('boolean') active!: boolean;
  @Column('integer') version!: number;
}

@Entity('place')
export class Place {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') street!: string;
  @Column('text', { name: 'postal_code' }) postalCode!: string;
  @Column('text') city!: string;
  @Column('uuid', { name: 'municipality_id', nullable: true }) municipalityId!: string | null;
  @Column('text') note!: string;
  @Column('text', { array: true }) facets!: PlaceFacet[];
  @Column('text', { name: 'access_note' }) accessNote!: string;
  @Column('integer', { nullable: true }) capacity!: number | null;
  @Column('text') contact!: string;
  @Column('boolean') active!: boolean;
  @Column('integer') version!: number;
}
