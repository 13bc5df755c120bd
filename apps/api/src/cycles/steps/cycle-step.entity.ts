import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StepRole, StepState } from '@runder-tisch/domain/cycles';

@Entity('cycle_step')
export class CycleStep {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'cycle_id' }) cycleId!: string;
  @Column('uuid', { name: 'phase_key' }) phaseKey!: string;
  @Column('uuid') key!: string;
  @Column('integer') position!: number;
  @Column('text') number!: string;
  @Column('text') title!: string;
  @Column('text') summary!: string;
  @Column('text', { name: 'lead_role' }) leadRole!: StepRole;
  @Column('text') lead!: string;
  @Column('text', { name: 'involved_roles', array: true }) involvedRoles!: StepRole[];
  @Column('text') task!: string;
  @Column('text') input!: string;
  @Column('text') result!: string;
  @Column('text', { name: 'done_when' }) doneWhen!: string;
  @Column('date', { name: 'due_on' }) dueOn!: string;
  @Column('uuid', { name: 'responsible_person_id', nullable: true }) responsibleId!: string | null;
  @Column('text') state!: StepState;
  @Column('text', { name: 'state_reason' }) stateReason!: string;
  @Column('date', { name: 'done_on', nullable: true }) doneOn!: string | null;
  @Column('uuid', { name: 'carried_from_id', nullable: true }) carriedFromId!: string | null;
  @Column('integer') version!: number;
}
