import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('field_of_action')
export class FieldOfAction {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') description!: string;
  @Column('integer') position!: number;
  @Column('boolean') active!: boolean;
  @Column('integer') version!: number;
}
