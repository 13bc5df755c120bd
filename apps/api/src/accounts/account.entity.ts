import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '@runder-tisch/domain/accounts';

@Entity('account')
export class Account {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
  @Column('text') mail!: string;
  @Column('text', { name: 'display_name' }) displayName!: string;
  @Column('text', { array: true }) roles!: Role[];
  @Column('timestamptz', { name: 'disabled_at', nullable: true }) disabledAt!: Date | null;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
