import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who neither consults nor votes on an item, by § 33 KVG LSA. */
@Entity('agenda_exclusion')
export class AgendaExclusion {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'agenda_item_id' }) agendaItemId!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
