import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A group that stood in a mail, to be muted from it later. */
export interface IssueTopic {
  key: string;
  label: string;
  title: string;
}

/** The weekly mail of one address in one week, also where nothing was new and none was sent. */
@Entity('digest_issue')
export class DigestIssue {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') mail!: string;
  @Column('date') week!: string;
  @Column('timestamptz') until!: Date;
  @Column('jsonb') topics!: IssueTopic[];
  @Column('text', { array: true }) told!: string[];
}

/** What an address wants no more of, by its key: a group or the whole mail. */
@Entity('digest_mute')
export class DigestMute {
  @PrimaryColumn('text') mail!: string;
  @PrimaryColumn('text') topic!: string;
  @Column('timestamptz') since!: Date;
}
