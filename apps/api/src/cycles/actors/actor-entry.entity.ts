import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ActorLevel, ActorPart } from '@runder-tisch/domain/cycles';

/** One row of an Akteursanalyse. */
@Entity('actor_entry')
export class ActorEntry {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'cycle_id' }) cycleId!: string;
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisationId!: string | null;
  @Column('text') name!: string;
  @Column('integer', { nullable: true }) influence!: ActorLevel | null;
  @Column('integer', { nullable: true }) affectedness!: ActorLevel | null;
  @Column('text', { nullable: true }) part!: ActorPart | null;
  @Column('uuid', { name: 'field_id', nullable: true }) fieldId!: string | null;
  @Column('uuid', { name: 'target_group_id', nullable: true }) targetGroupId!: string | null;
  @Column('uuid', { name: 'municipality_id', nullable: true }) municipalityId!: string | null;
  @Column('text') note!: string;
  @Column('integer') version!: number;
}

/** A gap that somebody named, with what is to be done about it. */
@Entity('actor_gap')
export class ActorGap {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'cycle_id' }) cycleId!: string;
  @Column('text') gap!: string;
  @Column('text') remedy!: string;
  @Column('boolean') settled!: boolean;
  @Column('integer') version!: number;
}
