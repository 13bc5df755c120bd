import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CommitteeKind } from '@runder-tisch/domain/committees';

@Entity('committee')
export class Committee {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') kind!: CommitteeKind;
  @Column('text') rhythm!: string;
  @Column('text') note!: string;
  @Column('integer', { name: 'invitation_days', nullable: true }) invitationDays!: number | null;
  @Column('boolean', { name: 'local_notice' }) localNotice!: boolean;
  @Column('integer', { nullable: true }) quorum!: number | null;
  @Column('integer') position!: number;
  @Column('boolean') active!: boolean;
  @Column('integer') version!: number;
}
