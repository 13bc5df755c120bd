import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What many Hinweise say, summarised once. */
@Entity('argument')
export class Argument {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') number!: string;
  @Column('uuid', { name: 'field_id' }) fieldId!: string;
  @Column('text') title!: string;
  @Column('text') summary!: string;
  /** Of its words, made by the database. */
  @Column({ type: 'text', insert: false, update: false }) fingerprint?: string;
  @Column('uuid', { name: 'entered_by_account_id', nullable: true }) enteredByAccountId!: string | null;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
