import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  FormatAgendaItem,
  FormatMaterial,
  FormatMeetingType,
  FormatPhase,
  FormatResult,
  FormatState,
} from '@runder-tisch/domain/formats';

@Entity('format_type')
export class FormatType {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') description!: string;
  @Column('integer') position!: number;
  @Column('boolean') active!: boolean;
  @Column('text', { name: 'group_size' }) groupSize!: string;
  @Column('text', { name: 'meeting_type' }) meetingType!: FormatMeetingType;
  @Column('jsonb') phases!: FormatPhase[];
  @Column('text', { array: true }) material!: string[];
  @Column('jsonb') agenda!: FormatAgendaItem[];
  @Column('text', { name: 'invitation_text' }) invitationText!: string;
  @Column('text', { name: 'results_to_capture', array: true }) resultsToCapture!: string[];
  @Column('integer') version!: number;
}

@Entity('participation_format')
export class ParticipationFormat {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'type_id' }) typeId!: string;
  @Column('text') title!: string;
  @Column('text') purpose!: string;
  @Column('text') state!: FormatState;
  @Column('uuid', { name: 'network_id', nullable: true }) networkId!: string | null;
  @Column('uuid', { name: 'planning_area_id', nullable: true }) planningAreaId!: string | null;
  @Column('uuid', { name: 'municipality_id', nullable: true }) municipalityId!: string | null;
  @Column('text', { name: 'target_groups' }) targetGroups!: string;
  @Column('integer', { nullable: true }) capacity!: number | null;
  @Column('text', { name: 'accessibility_needs' }) accessibilityNeeds!: string;
  @Column('jsonb') phases!: FormatPhase[];
  @Column('jsonb') material!: FormatMaterial[];
  @Column('jsonb') agenda!: FormatAgendaItem[];
  @Column('text', { name: 'invitation_text' }) invitationText!: string;
  @Column('jsonb') results!: FormatResult[];
  @Column('date', { name: 'in_review_until', nullable: true }) inReviewUntil!: string | null;
  @Column('timestamptz', { name: 'returned_at', nullable: true }) returnedAt!: Date | null;
  @Column('integer') unreached!: number;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
