import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A basket of the planner: it changes nothing about what lies in it. */
@Entity('feedback_group')
export class FeedbackGroup {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('uuid', { name: 'entered_by_account_id', nullable: true }) enteredByAccountId!: string | null;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
