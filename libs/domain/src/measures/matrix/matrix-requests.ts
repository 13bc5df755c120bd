import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { DAY, NO_DAY } from '../../validation/day';
import {
  type MatrixDirection,
  matrixDirections,
  type MatrixRowChoice,
  matrixRowChoices,
  type MatrixStep,
  matrixSteps,
} from './matrix-steps';

/** What the rows of a matrix are cut down to. */
export class MatrixOverviewQuery {
  @IsOptional()
  @IsIn(matrixDirections)
  direction?: MatrixDirection;

  @IsOptional()
  @IsUUID()
  fieldId?: string;

  /** First day; of recommendations their year counts. */
  @IsOptional()
  @Matches(DAY, NO_DAY)
  from?: string;

  /** Last day. */
  @IsOptional()
  @Matches(DAY, NO_DAY)
  until?: string;
}

/** One step of the way from a voice to its effect, as a matrix. */
export class MatrixQuery extends MatrixOverviewQuery {
  @IsOptional()
  @IsString()
  @MaxLength(600)
  after?: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;

  @IsOptional()
  @IsIn(matrixSteps)
  step?: MatrixStep;

  @IsOptional()
  @IsIn(matrixRowChoices)
  show?: MatrixRowChoice;

  /** How many columns stand before the first one shown. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  columnsBefore?: number;
}
