import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('method_note')
export class MethodNote {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') title!: string;
  @Column('text') text!: string;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
