import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ControlState } from '@runder-tisch/domain/papers/control';

/** An adopted resolution whose implementation is followed up. */
@Entity('resolution_control')
export class ResolutionControl {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'consultation_id' }) consultationId!: string;
  @Column('uuid', { name: 'current_report_id' }) currentReportId!: string;
  @Column('uuid', { name: 'responsible_person_id', nullable: true }) responsiblePersonId!: string | null;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

/** What was said on it, with all that a paper prints; never changed. */
@Entity('control_report')
export class ControlReport {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'control_id' }) controlId!: string;
  @Column('timestamptz', { name: 'reported_at' }) reportedAt!: Date;
  @Column('text', { name: 'reported_by' }) reportedBy!: string;
  @Column('text') state!: ControlState;
  @Column('text') words!: string;
  @Column('boolean') follows!: boolean;
  @Column('text') unit!: string;
  @Column('date', { name: 'due_on', nullable: true }) dueOn!: string | null;
  @Column('date', { name: 'next_on', nullable: true }) nextOn!: string | null;
  @Column('integer', { name: 'every_months', nullable: true }) everyMonths!: number | null;
}

/** Who follows it up from when on; the newest stands on the control itself. */
@Entity('control_responsible')
export class ControlResponsible {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'control_id' }) controlId!: string;
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
  @Column('timestamptz', { name: 'named_at' }) namedAt!: Date;
  @Column('text', { name: 'named_by' }) namedBy!: string;
  @Column('boolean') taken!: boolean;
}
