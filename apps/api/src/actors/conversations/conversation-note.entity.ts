import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConversationWay } from '@runder-tisch/domain/actors';

/** A Gesprächsvermerk: what was said with whom, for the office alone. */
@Entity('conversation_note')
export class ConversationNote {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisationId!: string | null;
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
  @Column('date', { name: 'held_on' }) heldOn!: string;
  @Column('text') way!: ConversationWay;
  @Column('text', { name: 'with_whom' }) withWhom!: string;
  @Column('text') note!: string;
  @Column('uuid', { name: 'task_id', nullable: true }) taskId!: string | null;
  @Column('text', { name: 'entered_by' }) enteredBy!: string;
  @Column('uuid', { name: 'entered_by_account_id', nullable: true }) enteredByAccountId!: string | null;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
