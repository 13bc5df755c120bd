import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  Max,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { ListQuery } from '../lists/list-requests';
import { DAY } from '../validation/day';
import { OneLine, WordsInOneLine } from '../validation/one-line';
import { type DecisionState, decisionStates } from './decision-state';
import { decisionLimits as limits, topicLimits } from './decisions-limits';
import { topicScores } from './topic-criteria';

const DAY_OR_NONE = /^(\d{4}-\d{2}-\d{2})?$/;

export class SaveOpenDecisionOption {
  @IsString()
  @MinLength(2, { message: 'Bitte benennen Sie die Möglichkeit.' })
  @WordsInOneLine('Bitte benennen Sie die Möglichkeit in einer Zeile.')
  @MaxLength(limits.option)
  title = '';

  @IsString()
  @MaxLength(limits.consequences)
  consequences = '';
}

/** The question, until when and by whom it should be decided. Options only where the decision is the county's own. */
export class SaveOpenDecision {
  @IsString()
  @MinLength(3, { message: 'Bitte sagen Sie, worüber zu entscheiden ist.' })
  @WordsInOneLine('Bitte sagen Sie es in einer Zeile.')
  @MaxLength(limits.title)
  title = '';

  @IsString()
  @MaxLength(limits.explanation)
  explanation = '';

  @Matches(DAY_OR_NONE, { message: 'Das ist kein gültiges Datum.' })
  dueOn = '';

  @IsOptional()
  @IsUUID()
  committeeId: string | null = null;

  @IsArray()
  @ArrayMaxSize(limits.options)
  @ValidateNested({ each: true })
  @Type(() => SaveOpenDecisionOption)
  options: SaveOpenDecisionOption[] = [];
}

export class ProposeDecision {
  /** Null for the order of topics. */
  @IsOptional()
  @IsUUID()
  optionId: string | null = null;

  @IsString()
  @OneLine()
  @MaxLength(limits.by)
  by = '';

  @IsString()
  @MaxLength(limits.reason)
  reason = '';
}

/** Who decided, when, and what; as it stands in the minutes of the body. */
export class RecordDecision {
  @IsOptional()
  @IsUUID()
  optionId: string | null = null;

  @IsOptional()
  @IsUUID()
  committeeId: string | null = null;

  /** Where it is none of the committees. */
  @IsString()
  @OneLine()
  @MaxLength(limits.by)
  bodyName = '';

  @Matches(DAY, { message: 'Bitte geben Sie an, wann entschieden wurde.' })
  decidedOn = '';

  /** The session in which it was decided. */
  @IsOptional()
  @IsUUID()
  meetingId: string | null = null;

  @IsString()
  @OneLine()
  @MaxLength(limits.reference)
  reference = '';

  @IsString()
  @MaxLength(limits.wording)
  wording = '';

  @IsString()
  @MaxLength(limits.reason)
  reason = '';
}

export class ReopenDecision {
  @IsString()
  @MinLength(3, { message: 'Bitte sagen Sie, warum die Entscheidung wieder offen ist.' })
  @MaxLength(limits.reason)
  reason = '';
}

export class OpenDecisionQuery extends ListQuery {
  @IsOptional()
  @IsIn(decisionStates)
  state?: DecisionState;

  /** Only what nobody has decided yet. */
  @IsOptional()
  @IsIn(['1'])
  open?: '1';
}

function IsScore(): PropertyDecorator {
  return (target, key) => {
    IsInt()(target, key);
    Min(Math.min(...topicScores))(target, key);
    Max(Math.max(...topicScores))(target, key);
  };
}

export class SaveTopic {
  @IsString()
  @MinLength(2, { message: 'Bitte geben Sie den Namen des Themas an.' })
  @WordsInOneLine('Bitte geben Sie den Namen in einer Zeile an.')
  @MaxLength(topicLimits.name)
  name = '';

  @IsOptional()
  @IsUUID()
  fieldId: string | null = null;

  @IsString()
  @MaxLength(topicLimits.note)
  note = '';

  @IsScore()
  urgency = 0;

  @IsScore()
  dataAvailability = 0;

  @IsScore()
  mandate = 0;

  @IsScore()
  funding = 0;

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(topicLimits.agreements)
  @IsUUID(undefined, { each: true })
  agreementIds: string[] = [];
}

/** Points for topics in a session, at the address of the wall. */
export class AskForTopicPoints {
  @IsOptional()
  @IsUUID()
  meetingId: string | null = null;
}

export class OrderByTopicPoints {
  @IsUUID(undefined, { message: 'Bitte wählen Sie die Punktabfrage.' })
  prioritisationId = '';
}
