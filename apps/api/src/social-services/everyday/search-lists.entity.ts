import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NumberDanger, TopicDanger } from '@runder-tisch/domain/social-services';

@Entity('search_topic')
export class SearchTopic {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') said!: string;
  @Column('text') finds!: string;
  @Column('text') danger!: TopicDanger;
  @Column('integer') position!: number;
  @Column('boolean') active!: boolean;
  @Column('integer') version!: number;
}

@Entity('emergency_number')
export class EmergencyNumber {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') number!: string;
  @Column('text') note!: string;
  @Column('text') danger!: NumberDanger;
  @Column('integer') position!: number;
  @Column('boolean') active!: boolean;
  @Column('integer') version!: number;
}
