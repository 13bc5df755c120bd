import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { type DecisionResult, decisionResults } from '../findings';
import { ListQuery } from '../lists/list-requests';
import { DAY, NO_DAY } from '../validation/day';
import { OneLine, WordsInOneLine } from '../validation/one-line';
import { type ConsultationRole, consultationRoles } from './consultation';
import { type PaperState, paperStates } from './paper-state';
import { paperLimits } from './papers-limits';

export class SavePaper {
  /** That of the council system; left empty it gets one of ours. */
  @IsString()
  @OneLine()
  @MaxLength(paperLimits.number)
  number = '';

  @IsString()
  @MinLength(2, { message: 'Bitte geben Sie den Titel an.' })
  @WordsInOneLine('Bitte geben Sie den Titel in einer Zeile an.')
  @MaxLength(paperLimits.title)
  title = '';

  @IsString()
  @MaxLength(paperLimits.text)
  proposal = '';

  @IsString()
  @MaxLength(paperLimits.text)
  reasoning = '';

  @IsString()
  @OneLine()
  @MaxLength(paperLimits.line)
  applicant = '';

  @IsString()
  @OneLine()
  @MaxLength(paperLimits.line)
  unit = '';

  @Matches(/^(https:\/\/\S+)?$/, { message: 'Bitte geben Sie eine Adresse an, die mit https:// beginnt.' })
  @MaxLength(paperLimits.link)
  councilLink = '';

  @IsBoolean()
  confidential = false;

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(paperLimits.recommendations)
  @IsUUID(undefined, { each: true })
  recommendationIds: string[] = [];
}

export class MovePaper {
  @IsString()
  @MaxLength(paperLimits.reason)
  reason = '';
}

/** A body that is to consult on a paper. */
export class SaveConsultation {
  @IsUUID(undefined, { message: 'Bitte wählen Sie ein Gremium.' })
  committeeId = '';

  @IsIn(consultationRoles, { message: 'Bitte wählen Sie Vorberatung oder Beschluss.' })
  role: ConsultationRole = 'ADVISING';

  @IsOptional()
  @Matches(DAY, NO_DAY)
  plannedOn: string | null = null;
}

/** In which session a paper is dealt with: under an item of its agenda, or as a new one. */
export class ScheduleConsultation {
  @IsUUID(undefined, { message: 'Bitte wählen Sie eine Sitzung.' })
  meetingId = '';

  @IsOptional()
  @IsUUID()
  agendaItemId: string | null = null;
}

export class SaveConsultationResult {
  @IsIn([...decisionResults, ''], { message: 'Bitte wählen Sie, was beschlossen wurde.' })
  result: DecisionResult | '' = '';

  /** Where it was no session kept here; otherwise the day of the session counts. */
  @IsOptional()
  @Matches(DAY, NO_DAY)
  decidedOn: string | null = null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(paperLimits.votes)
  votesYes: number | null = null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(paperLimits.votes)
  votesNo: number | null = null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(paperLimits.votes)
  votesAbstained: number | null = null;

  @IsString()
  @MaxLength(paperLimits.wording)
  wording = '';

  @IsString()
  @MaxLength(paperLimits.reason)
  reason = '';

  @IsString()
  @OneLine()
  @MaxLength(paperLimits.number)
  resolutionNumber = '';
}

export const agendaTopicKinds = ['finding', 'priority', 'recommendation'] as const;
export type AgendaTopicKind = (typeof agendaTopicKinds)[number];

export class AddAgendaTopic {
  @IsUUID(undefined, { message: 'Bitte wählen Sie einen Punkt der Tagesordnung.' })
  agendaItemId = '';

  @IsIn(agendaTopicKinds)
  kind: AgendaTopicKind = 'finding';

  @IsUUID(undefined, { message: 'Bitte wählen Sie, was beraten wird.' })
  objectId = '';
}

export class PaperQuery extends ListQuery {
  @IsOptional()
  @IsIn(paperStates)
  state?: PaperState;

  /** A body that consults on them. */
  @IsOptional()
  @IsUUID()
  committeeId?: string;

  @IsOptional()
  @IsUUID()
  recommendationId?: string;
}

/** Words of what may stand on an agenda, for a picker. */
export class AgendaTopicQuery {
  @IsIn(agendaTopicKinds)
  kind: AgendaTopicKind = 'finding';

  @IsOptional()
  @IsString()
  @MaxLength(paperLimits.line)
  search?: string;
}
