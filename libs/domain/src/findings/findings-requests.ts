import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';
import { ListQuery } from '../lists/list-requests';
import { WordsInOneLine } from '../validation/one-line';
import { type FindingState, findingStates } from './finding-state';
import { findingLimits } from './findings-limits';
import { type PriorityOrder, priorityOrders, type PriorityState, priorityStates } from './priority-state';

const SOMETHING = /\S/;

/** What a Befund says and where it holds. */
export class SaveFinding {
  @IsString()
  @Matches(SOMETHING, { message: 'Bitte schreiben Sie in einem Satz, was Sie festgestellt haben.' })
  @MaxLength(findingLimits.statement)
  statement = '';

  /** What speaks against it or is not known. */
  @IsString()
  @MaxLength(findingLimits.caveat)
  caveat = '';

  @IsUUID(undefined, { message: 'Bitte wählen Sie ein Handlungsfeld.' })
  fieldId = '';

  @IsOptional()
  @IsUUID()
  planningAreaId: string | null = null;

  @IsOptional()
  @IsUUID()
  municipalityId: string | null = null;
}

/** What speaks for a Befund: any number of sources, and silence in words. */
export class AddEvidence {
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(findingLimits.evidenceAtOnce)
  @IsUUID(undefined, { each: true })
  feedbackIds: string[] = [];

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(findingLimits.evidenceAtOnce)
  @IsUUID(undefined, { each: true })
  argumentIds: string[] = [];

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(findingLimits.evidenceAtOnce)
  @IsUUID(undefined, { each: true })
  formatIds: string[] = [];

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(findingLimits.evidenceAtOnce)
  @IsUUID(undefined, { each: true })
  serviceIds: string[] = [];

  /** Measures whose evaluation speaks for it. */
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(findingLimits.evidenceAtOnce)
  @IsUUID(undefined, { each: true })
  measureIds: string[] = [];

  /** Values of indicators. */
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(findingLimits.evidenceAtOnce)
  @IsUUID(undefined, { each: true })
  figureIds: string[] = [];

  /** "Von Pflegenden unter 40 kam nichts": who was wanted and not heard. */
  @IsString()
  @MaxLength(findingLimits.silence)
  silence = '';

  @IsString()
  @MaxLength(findingLimits.note)
  note = '';
}

/** A new Befund; what speaks for it may come with it or later. */
export class CreateFinding extends SaveFinding {
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(findingLimits.evidenceAtOnce)
  @IsUUID(undefined, { each: true })
  feedbackIds: string[] = [];

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(findingLimits.evidenceAtOnce)
  @IsUUID(undefined, { each: true })
  argumentIds: string[] = [];

  /** Measures whose evaluation speaks for it. */
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(findingLimits.evidenceAtOnce)
  @IsUUID(undefined, { each: true })
  measureIds: string[] = [];

  @IsString()
  @MaxLength(findingLimits.silence)
  silence = '';
}

/** Why something is dropped or withdrawn; the other moves need no words. */
export class MoveWithReason {
  @IsString()
  @MaxLength(findingLimits.reason)
  reason = '';
}

export class FindingQuery extends ListQuery {
  @IsOptional()
  @IsIn(findingStates)
  state?: FindingState;

  @IsOptional()
  @IsUUID()
  fieldId?: string;

  @IsOptional()
  @IsUUID()
  planningAreaId?: string;

  /** Those that rest on this Hinweis. */
  @IsOptional()
  @IsUUID()
  feedbackId?: string;

  /** Those that rest on what was concluded of this measure. */
  @IsOptional()
  @IsUUID()
  measureId?: string;
}

export class SavePriority {
  @IsString()
  @MinLength(2, { message: 'Bitte geben Sie dem Handlungsschwerpunkt einen Titel.' })
  @WordsInOneLine('Bitte geben Sie den Titel in einer Zeile an.')
  @MaxLength(findingLimits.title)
  title = '';

  @IsString()
  @MaxLength(findingLimits.description)
  description = '';

  @IsUUID(undefined, { message: 'Bitte wählen Sie ein Handlungsfeld.' })
  fieldId = '';

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(findingLimits.linked)
  @IsUUID(undefined, { each: true })
  findingIds: string[] = [];

  /** Why no voice stands behind it; needed where it has no Befund. */
  @IsString()
  @MaxLength(findingLimits.reason)
  withoutVoice = '';
}

export class PriorityQuery extends ListQuery {
  @IsOptional()
  @IsIn(priorityStates)
  state?: PriorityState;

  @IsOptional()
  @IsUUID()
  fieldId?: string;

  @IsOptional()
  @IsUUID()
  findingId?: string;

  /** The vote held last first, in it by points; otherwise the newest first. */
  @IsOptional()
  @IsIn(priorityOrders)
  order?: PriorityOrder;
}
