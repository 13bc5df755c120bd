import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A seat in a committee, held by a person (nobody is a vacancy); a deputy's names the seat it stands in for. */
@Entity('committee_seat')
export class CommitteeSeat {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'committee_id' }) committeeId!: string;
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
  @Column('text') office!: string;
  @Column('boolean') voting!: boolean;
  @Column('uuid', { name: 'deputy_of_id', nullable: true }) deputyOfId!: string | null;
  @Column('text') term!: string;
  @Column('date', { name: 'from_day' }) fromDay!: string;
  /** The last day. */
  @Column('date', { name: 'to_day', nullable: true }) toDay!: string | null;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
