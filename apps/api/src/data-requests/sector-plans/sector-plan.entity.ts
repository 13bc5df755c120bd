import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Sector, SectorPlanState } from '@runder-tisch/domain/data-requests';

@Entity('sector_plan')
export class SectorPlan {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') sector!: Sector;
  @Column('text') state!: SectorPlanState;
  @Column('date', { name: 'state_on', nullable: true }) stateOn!: string | null;
  @Column('text') unit!: string;
  @Column('text') link!: string;
  @Column('date', { name: 'next_on', nullable: true }) nextOn!: string | null;
  @Column('text') note!: string;
  @Column('integer') position!: number;
  @Column('boolean') active!: boolean;
  @Column('integer') version!: number;
}
