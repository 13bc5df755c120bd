import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TaskOrigin, TaskState } from '@runder-tisch/domain/tasks';

@Entity('task')
export class Task {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') title!: string;
  @Column('text') detail!: string;
  @Column('date', { name: 'due_on', nullable: true }) dueOn!: string | null;
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisationId!: string | null;
  @Column('uuid', { name: 'network_id', nullable: true }) networkId!: string | null;
  @Column('uuid', { name: 'meeting_id', nullable: true }) meetingId!: string | null;
  @Column('text', { name: 'object_kind', nullable: true }) objectKind!: string | null;
  @Column('uuid', { name: 'object_id', nullable: true }) objectId!: string | null;
  @Column('uuid', { name: 'minutes_entry_id', nullable: true }) minutesEntryId!: string | null;
  @Column('text') state!: TaskState;
  @Column('timestamptz', { name: 'done_at', nullable: true }) doneAt!: Date | null;
  /** The name of who ticked it off, as it stood then. */
  @Column('text', { name: 'done_by' }) doneBy!: string;
  /** What came of it, in a sentence. */
  @Column('text', { name: 'done_note' }) doneNote!: string;
  @Column('text') origin!: TaskOrigin;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
