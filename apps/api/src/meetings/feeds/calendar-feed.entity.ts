import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An address under which a calendar program fetches what its account may see; only the hash of it is kept. */
@Entity('calendar_feed')
export class CalendarFeed {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'account_id' }) accountId!: string;
  /** Null: one's own dates. */
  @Column('uuid', { name: 'network_id', nullable: true }) networkId!: string | null;
  @Column('text', { name: 'token_hash' }) tokenHash!: string;
  @Column('date', { name: 'last_used_on', nullable: true }) lastUsedOn!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('integer') version!: number;
}
