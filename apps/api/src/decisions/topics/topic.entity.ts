import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('topic')
export class Topic {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('uuid', { name: 'field_id', nullable: true }) fieldId!: string | null;
  @Column('text') note!: string;
  @Column('smallint') urgency!: number;
  @Column('smallint', { name: 'data_availability' }) dataAvailability!: number;
  @Column('smallint') mandate!: number;
  @Column('smallint') funding!: number;
  @Column('integer') position!: number;
  @Column('integer', { name: 'decided_place', nullable: true }) decidedPlace!: number | null;
  @Column('boolean') active!: boolean;
  @Column('integer') version!: number;
}
