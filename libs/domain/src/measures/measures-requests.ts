import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
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
  ValidateNested,
} from 'class-validator';
import { ListQuery } from '../lists/list-requests';
import { OneLine, WordsInOneLine } from '../validation/one-line';
import { DAY, NO_DAY } from '../validation/day';
import { type MeasureKind, measureKinds, type MeasureState, measureStates } from './measure-state';
import {
  type MeasureStatus,
  measureStatuses,
  type OverridingStatus,
  overridingStatuses,
  type ReportedStatus,
  reportedStatuses,
} from './measure-status';
import { measureLimits } from './measures-limits';

const WHOLE = 'Bitte geben Sie ganze Euro an.';

export class BudgetYearInput {
  @IsInt({ message: 'Bitte geben Sie das Haushaltsjahr an.' })
  @Min(1990)
  @Max(2200)
  year = 0;

  /** Whole Euros, once in this year. */
  @IsInt({ message: WHOLE })
  @Min(0)
  @Max(measureLimits.euros)
  oneOff = 0;

  /** Whole Euros of what goes on, in this year. */
  @IsInt({ message: WHOLE })
  @Min(0)
  @Max(measureLimits.euros)
  yearly = 0;
}

export class MilestoneInput {
  /** Of one that is there already. */
  @IsOptional()
  @IsUUID()
  id: string | null = null;

  @IsString()
  @MinLength(2, { message: 'Bitte benennen Sie den Meilenstein.' })
  @WordsInOneLine('Bitte benennen Sie den Meilenstein in einer Zeile.')
  @MaxLength(measureLimits.title)
  title = '';

  @Matches(DAY, { message: 'Bitte nennen Sie den Tag, bis wann.' })
  dueOn = '';

  @IsOptional()
  @Matches(DAY, NO_DAY)
  doneOn: string | null = null;
}

export class SaveMeasure {
  @IsIn(measureKinds, { message: 'Bitte wählen Sie, was es ist.' })
  kind: MeasureKind = 'MEASURE';

  @IsUUID(undefined, { message: 'Bitte wählen Sie das Handlungsfeld.' })
  fieldId = '';

  @IsString()
  @MinLength(3, { message: 'Bitte geben Sie der Maßnahme einen Titel.' })
  @WordsInOneLine('Bitte geben Sie den Titel in einer Zeile an.')
  @MaxLength(measureLimits.title)
  title = '';

  @IsString()
  @MaxLength(measureLimits.description)
  description = '';

  /** What shall be reached. */
  @IsString()
  @MaxLength(measureLimits.target)
  target = '';

  @IsOptional()
  @IsUUID()
  leadOrganisationId: string | null = null;

  @IsOptional()
  @IsUUID()
  leadPersonId: string | null = null;

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(measureLimits.partners)
  @IsUUID(undefined, { each: true })
  partnerIds: string[] = [];

  @IsOptional()
  @Matches(DAY, NO_DAY)
  startsOn: string | null = null;

  @IsOptional()
  @Matches(DAY, NO_DAY)
  dueOn: string | null = null;

  @IsBoolean()
  costNeutral = false;

  @IsString()
  @OneLine()
  @MaxLength(measureLimits.fundingSource)
  fundingSource = '';

  @IsString()
  @OneLine()
  @MaxLength(measureLimits.funder)
  funder = '';

  @IsOptional()
  @Matches(DAY, NO_DAY)
  fundingUntil: string | null = null;

  @IsArray()
  @ArrayMaxSize(measureLimits.budgetYears)
  @ValidateNested({ each: true })
  @Type(() => BudgetYearInput)
  costs: BudgetYearInput[] = [];

  @IsArray()
  @ArrayMaxSize(measureLimits.milestones)
  @ValidateNested({ each: true })
  @Type(() => MilestoneInput)
  milestones: MilestoneInput[] = [];

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(measureLimits.recommendations)
  @IsUUID(undefined, { each: true })
  recommendationIds: string[] = [];
}

/** What only somebody can say who makes a move: not every move looks at all of it. */
export class MoveMeasure {
  @IsString()
  @MaxLength(measureLimits.reason)
  reason = '';

  @IsOptional()
  @Matches(DAY, NO_DAY)
  on: string | null = null;

  @IsOptional()
  @IsUUID()
  followedById: string | null = null;
}

/** Without a status the one worked out counts again. */
export class OverrideStatus {
  @IsOptional()
  @IsIn(overridingStatuses)
  status: OverridingStatus | null = null;

  @IsString()
  @MaxLength(measureLimits.reason)
  reason = '';
}

export class ReportProgress {
  @IsIn(reportedStatuses, { message: 'Bitte wählen Sie, wie es steht.' })
  standing: ReportedStatus = 'ON_TRACK';

  @IsString()
  @MaxLength(measureLimits.words)
  words = '';

  @IsOptional()
  @Matches(DAY, NO_DAY)
  expectedEnd: string | null = null;
}

export class AskForProgress {
  @IsArray()
  @ArrayNotEmpty({ message: 'Bitte wählen Sie mindestens eine Maßnahme.' })
  @ArrayUnique()
  @ArrayMaxSize(measureLimits.asked)
  @IsUUID(undefined, { each: true })
  measureIds: string[] = [];

  @Matches(DAY, { message: 'Bitte nennen Sie den Tag, bis wann Sie den Sachstand brauchen.' })
  dueOn = '';

  @IsString()
  @MaxLength(measureLimits.message)
  message = '';
}

export class RemindOfProgress {
  @IsArray()
  @ArrayNotEmpty({ message: 'Bitte wählen Sie mindestens eine Maßnahme.' })
  @ArrayUnique()
  @ArrayMaxSize(measureLimits.asked)
  @IsUUID(undefined, { each: true })
  measureIds: string[] = [];
}

/** What narrows down list, timeline, costs and sheet alike. */
export class MeasureQuery extends ListQuery {
  @IsOptional()
  @IsUUID()
  fieldId?: string;

  @IsOptional()
  @IsUUID()
  leadId?: string;

  /** Those that carry out this recommendation. */
  @IsOptional()
  @IsUUID()
  recommendationId?: string;

  @IsOptional()
  @IsIn(measureStates)
  state?: MeasureState;

  @IsOptional()
  @IsIn(measureStatuses)
  status?: MeasureStatus;

  @IsOptional()
  @IsIn(measureKinds)
  kind?: MeasureKind;

  /** Asked how it goes, and no answer yet. */
  @IsOptional()
  @IsIn(['1'])
  silent?: '1';

  /** Where one of the viewer's own organisations leads or takes part. */
  @IsOptional()
  @IsIn(['1'])
  own?: '1';
}

/** Recommendations by their number or words. */
export class LinkableQuery {
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string;
}

/** What somebody saw in the preview: nothing else is written. */
export class ApplySheet {
  @Matches(/^[0-9a-f]{64}$/)
  digest = '';
}
