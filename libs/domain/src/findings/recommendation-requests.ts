import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { ListQuery } from '../lists/list-requests';
import { OneLine } from '../validation/one-line';
import { findingLimits, recommendationLimits } from './findings-limits';
import {
  type DecisionResult,
  decisionResults,
  type RecommendationState,
  recommendationStates,
} from './recommendation-state';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const SOMETHING = /\S/;

/** What one Haushaltsjahr costs, in euro. */
export class BudgetYearCost {
  @IsInt({ message: 'Bitte geben Sie ein Haushaltsjahr an.' })
  @Min(1990)
  @Max(2200)
  budgetYear = 0;

  @IsNumber({ maxDecimalPlaces: 2 }, { message: 'Bitte geben Sie einen Betrag in Euro an.' })
  @Min(0)
  @Max(recommendationLimits.cost)
  oneOff = 0;

  @IsNumber({ maxDecimalPlaces: 2 }, { message: 'Bitte geben Sie einen Betrag in Euro an.' })
  @Min(0)
  @Max(recommendationLimits.cost)
  yearly = 0;
}

/** A Handlungsempfehlung: specific, measurable, achievable, relevant and with a date. */
export class SaveRecommendation {
  @IsString()
  @Matches(SOMETHING, { message: 'Bitte schreiben Sie den vorgeschlagenen Wortlaut.' })
  @MaxLength(recommendationLimits.wording)
  wording = '';

  @IsInt({ message: 'Bitte geben Sie das Jahr an.' })
  @Min(1990)
  @Max(2200)
  year = 0;

  @IsUUID(undefined, { message: 'Bitte wählen Sie ein Handlungsfeld.' })
  fieldId = '';

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(findingLimits.linked)
  @IsUUID(undefined, { each: true })
  priorityIds: string[] = [];

  @IsString()
  @MaxLength(recommendationLimits.line)
  addressee = '';

  @IsString()
  @MaxLength(recommendationLimits.text)
  measureOfSuccess = '';

  @IsString()
  @MaxLength(recommendationLimits.text)
  feasibility = '';

  @IsString()
  @MaxLength(recommendationLimits.text)
  relevance = '';

  @IsOptional()
  @Matches(DAY, { message: 'Das ist kein gültiges Datum.' })
  dueOn: string | null = null;

  @IsBoolean()
  costNeutral = false;

  @IsString()
  @MaxLength(recommendationLimits.line)
  fundingSource = '';

  @IsArray()
  @ArrayMaxSize(recommendationLimits.budgetYears)
  @ArrayUnique((it: BudgetYearCost) => it.budgetYear, { message: 'Ein Haushaltsjahr kommt doppelt vor.' })
  @ValidateNested({ each: true })
  @Type(() => BudgetYearCost)
  costs: BudgetYearCost[] = [];
}

/** What a body made of a recommendation. */
export class SaveDecision {
  /** From the list of bodies; otherwise its name is written. */
  @IsOptional()
  @IsUUID()
  committeeId: string | null = null;

  @IsString()
  @OneLine()
  @MaxLength(recommendationLimits.line)
  bodyName = '';

  @Matches(DAY, { message: 'Bitte geben Sie den Tag des Beschlusses an.' })
  decidedOn = '';

  /** Number of the paper or resolution: "BV/0123/2026". */
  @IsString()
  @OneLine()
  @MaxLength(recommendationLimits.reference)
  reference = '';

  @IsIn(decisionResults, { message: 'Bitte wählen Sie, was beschlossen wurde.' })
  result: DecisionResult | '' = '';

  /** The last word on it; a committee that only advises leaves it open. */
  @IsBoolean()
  final = false;

  /** As it was adopted; the proposed one stands where it was adopted unchanged. */
  @IsString()
  @MaxLength(recommendationLimits.wording)
  wording = '';

  @IsString()
  @MaxLength(recommendationLimits.reason)
  reason = '';

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1000)
  votesYes: number | null = null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1000)
  votesNo: number | null = null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1000)
  votesAbstained: number | null = null;
}

export class RecommendationQuery extends ListQuery {
  @IsOptional()
  @IsInt()
  year?: number;

  /** A body that decided on them. */
  @IsOptional()
  @IsUUID()
  committeeId?: string;

  @IsOptional()
  @IsUUID()
  fieldId?: string;

  @IsOptional()
  @IsUUID()
  priorityId?: string;

  @IsOptional()
  @IsIn(recommendationStates)
  state?: RecommendationState;
}
