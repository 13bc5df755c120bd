import { Column, Entity, PrimaryColumn } from 'typeorm';

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
