import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
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
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ListQuery } from '../../lists/list-requests';
import { WordsInOneLine } from '../../validation/one-line';
import {
  prioritisationLimits,
  type PrioritisationMode,
  prioritisationModes,
  type PrioritisationState,
  prioritisationStates,
} from './prioritisation-words';

const DAY_OR_EMPTY = /^(\d{4}-\d{2}-\d{2})?$/;

/** What points go to: a Handlungsschwerpunkt, whose title it then has, or words of its own. */
export class SavePrioritisationOption {
  /** Empty for words of its own. */
  @ValidateIf((_option, value) => value !== '')
  @IsUUID()
  priorityId = '';

  @IsString()
  @MinLength(2, { message: 'Bitte schreiben Sie, worum es geht.' })
  @WordsInOneLine('Bitte schreiben Sie es in einer Zeile.')
  @MaxLength(prioritisationLimits.optionTitle)
  title = '';
}

export class SavePrioritisation {
  @IsString()
  @MinLength(3, { message: 'Bitte geben Sie die Frage an.' })
  @WordsInOneLine('Bitte schreiben Sie die Frage in einer Zeile.')
  @MaxLength(prioritisationLimits.question)
  question = '';

  @IsString()
  @MaxLength(prioritisationLimits.explanation)
  explanation = '';

  @IsIn(prioritisationModes, { message: 'Bitte wählen Sie, wie die Punkte vergeben werden.' })
  mode: PrioritisationMode = 'ROOM';

  @IsOptional()
  @IsUUID()
  meetingId: string | null = null;

  @IsOptional()
  @IsUUID()
  networkId: string | null = null;

  @IsInt({ message: 'Bitte geben Sie an, wie viele Punkte jede Person hat.' })
  @Min(1)
  @Max(prioritisationLimits.points)
  pointsPerPerson = 3;

  /** Null: all of them may go to one option. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(prioritisationLimits.points)
  mostPerOption: number | null = null;

  /** Null: as many as are present at the meeting or invited to it. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(prioritisationLimits.places)
  places: number | null = null;

  /** The last day in Berlin on which points may be given; empty: until somebody closes it. */
  @Matches(DAY_OR_EMPTY, { message: 'Das ist kein gültiges Datum.' })
  closesDay = '';

  @IsArray()
  @ArrayMaxSize(prioritisationLimits.options)
  @ValidateNested({ each: true })
  @Type(() => SavePrioritisationOption)
  options: SavePrioritisationOption[] = [];
}

/** What may still be changed while points are given: more places, another end. */
export class AdjustPrioritisation {
  @IsInt({ message: 'Bitte geben Sie eine ganze Zahl an.' })
  @Min(1)
  @Max(prioritisationLimits.places)
  places = 1;

  @Matches(DAY_OR_EMPTY, { message: 'Das ist kein gültiges Datum.' })
  closesDay = '';
}

export class CancelPrioritisation {
  @IsString()
  @MaxLength(prioritisationLimits.reason)
  reason = '';
}

export class PrioritisationQuery extends ListQuery {
  @IsOptional()
  @IsIn(prioritisationStates)
  state?: PrioritisationState;

  @IsOptional()
  @IsUUID()
  meetingId?: string;

  @IsOptional()
  @IsUUID()
  networkId?: string;
}
