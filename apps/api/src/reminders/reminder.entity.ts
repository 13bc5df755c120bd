import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('reminder')
export class Reminder {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'account_id' }) accountId!: string;
  @Column('text', { name: 'object_kind' }) objectKind!: string;
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisationId!: string | null;
  /** The object where it is neither a person nor an organisation. */
  @Column('uuid', { name: 'other_id', nullable: true }) otherId!: string | null;
  /** Whichever of the three is there. */
  @Column({ type: 'uuid', name: 'object_id', nullable: true, insert: false, update: false })
  objectId?: string;
  @Column('date', { name: 'due_on', nullable: true }) dueOn!: string | null;
  @Column('text') note!: string;
  @Column('timestamptz', { name: 'done_at', nullable: true }) doneAt!: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('integer') version!: number;
}
