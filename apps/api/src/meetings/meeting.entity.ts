import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AgendaLevel, AgendaVisibility, MeetingState, MeetingType } from '@runder-tisch/domain/meetings';

@Entity('meeting')
export class Meeting {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') type!: MeetingType;
  @Column('text') title!: string;
  @Column('uuid', { name: 'network_id', nullable: true }) networkId!: string | null;
  @Column('uuid', { name: 'committee_id', nullable: true }) committeeId!: string | null;
  @Column('uuid', { name: 'format_id', nullable: true }) formatId!: string | null;
  @Column('timestamptz', { name: 'starts_at', nullable: true }) startsAt!: Date | null;
  @Column('timestamptz', { name: 'ends_at', nullable: true }) endsAt!: Date | null;
  @Column('text') place!: string;
  @Column('uuid', { name: 'place_id', nullable: true }) placeId!: string | null;
  @Column('text', { name: 'place_note' }) placeNote!: string;
  @Column('text', { name: 'online_link' }) onlineLink!: string;
  @Column('text') accessibility!: string;
  @Column('text', { name: 'invitation_text' }) invitationText!: string;
  @Column('text') state!: MeetingState;
  @Column('boolean') public!: boolean;
  @Column('integer', { nullable: true }) capacity!: number | null;
  @Column('integer', { name: 'calendar_sequence' }) calendarSequence!: number;
  @Column('timestamptz', { name: 'calendar_stamp', nullable: true }) calendarStamp!: Date | null;
  @Column('text', { name: 'organizer_name' }) organizerName!: string;
  @Column('text', { name: 'organizer_mail' }) organizerMail!: string;
  @Column('timestamptz', { name: 'answer_until', nullable: true }) answerUntil!: Date | null;
  @Column('uuid', { name: 'previous_meeting_id', nullable: true }) previousMeetingId!: string | null;
  /** The series it was made with, and the day its rule gave it. */
  @Column('uuid', { name: 'series_id', nullable: true }) seriesId!: string | null;
  @Column('date', { name: 'series_day', nullable: true }) seriesDay!: string | null;
  @Column('timestamptz', { name: 'session_started_at', nullable: true }) sessionStartedAt!: Date | null;
  @Column('timestamptz', { name: 'session_ended_at', nullable: true }) sessionEndedAt!: Date | null;
  @Column('timestamptz', { name: 'minutes_approved_at', nullable: true }) minutesApprovedAt!: Date | null;
  @Column('text', { name: 'minutes_approved_by' }) minutesApprovedBy!: string;
  @Column('timestamptz', { name: 'protocol_sent_at', nullable: true }) protocolSentAt!: Date | null;
  @Column('timestamptz', { name: 'fed_back_at', nullable: true }) fedBackAt!: Date | null;
  @Column('date', { name: 'notice_on', nullable: true }) noticeOn!: string | null;
  @Column('text', { name: 'notice_where' }) noticeWhere!: string;
  @Column('text', { name: 'short_notice_reason' }) shortNoticeReason!: string;
  @Column('timestamptz', { name: 'short_notice_at', nullable: true }) shortNoticeAt!: Date | null;
  /** After invitations went out; of committees only. */
  @Column('timestamptz', { name: 'agenda_changed_at', nullable: true }) agendaChangedAt!: Date | null;
  @Column('text', { name: 'quorum_words' }) quorumWords!: string;
  @Column('text', { name: 'cancelled_reason' }) cancelledReason!: string;
  @Column('integer') version!: number;
  @Column('uuid', { name: 'created_by_person_id', nullable: true }) createdByPersonId!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

@Entity('agenda_item')
export class AgendaItem {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId!: string;
  @Column('integer') position!: number;
  @Column('text') title!: string;
  @Column('integer', { nullable: true }) minutes!: number | null;
  @Column('text') visibility!: AgendaVisibility;
  @Column('text') presenter!: string;
  @Column('text') note!: string;
  @Column('smallint') level!: AgendaLevel;
  /** By the clock of the running session; null where none ran. */
  @Column('integer', { name: 'used_seconds', nullable: true }) usedSeconds!: number | null;
  @Column('integer') version!: number;
}
