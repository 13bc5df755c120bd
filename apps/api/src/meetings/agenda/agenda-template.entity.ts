import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SaveAgendaItem } from '@runder-tisch/domain/meetings/meetings-requests';

/** What each meeting of a network or committee begins with. */
@Entity('agenda_template')
export class AgendaTemplate {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'network_id', nullable: true }) networkId!: string | null;
  @Column('uuid', { name: 'committee_id', nullable: true }) committeeId!: string | null;
  @Column('jsonb') items!: SaveAgendaItem[];
  @Column('integer') version!: number;
}
