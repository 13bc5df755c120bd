import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One row for the whole installation. */
@Entity('county_settings')
export class CountySettings {
  @PrimaryColumn('uuid') id!: string;
  @Column('boolean', { name: 'only_one' }) onlyOne!: boolean;
  @Column('text', { name: 'county_name' }) countyName!: string;
  @Column('text', { name: 'county_key' }) countyKey!: string;
  @Column('uuid', { name: 'logo_file_id', nullable: true }) logoFileId!: string | null;
  @Column('text', { name: 'sender_name' }) senderName!: string;
  @Column('text', { name: 'sender_address' }) senderAddress!: string;
  @Column('text', { name: 'reply_address' }) replyAddress!: string;
  @Column('text') imprint!: string;
  @Column('text', { name: 'privacy_text' }) privacyText!: string;
  @Column('text', { name: 'accessibility_text' }) accessibilityText!: string;
  @Column('boolean', { name: 'registration_open' }) registrationOpen!: boolean;
  /** Whether the public form Mitreden takes Hinweise, and what stands above it. */
  @Column('boolean', { name: 'voices_open' }) voicesOpen!: boolean;
  @Column('text', { name: 'voices_intro' }) voicesIntro!: string;
  @Column('boolean', { name: 'four_eyes' }) fourEyes!: boolean;
  @Column('integer', { name: 'cycle_years' }) cycleYears!: number;
  @Column('integer', { name: 'task_remind_days' }) taskRemindDays!: number;
  @Column('integer', { name: 'task_overdue_days' }) taskOverdueDays!: number;
  @Column('integer', { name: 'task_escalate_days' }) taskEscalateDays!: number;
  @Column('boolean', { name: 'weekly_digest' }) weeklyDigest!: boolean;
  @Column('integer', { name: 'digest_weekday' }) digestWeekday!: number;
  @Column('integer', { name: 'digest_hour' }) digestHour!: number;
  @Column('timestamptz', { name: 'set_up_at', nullable: true }) setUpAt!: Date | null;
  @Column('integer') version!: number;
}
