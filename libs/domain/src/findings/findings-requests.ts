import { IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { ListQuery } from '../lists/list-requests';
import { WordsInOneLine } from '../validation/one-line';
import { type FindingState, findingStates } from './finding-state';
import { findingLimits } from './findings-limits';

export class SaveFinding {
  @IsString()
  @MinLength(2, { message: 'Bitte geben Sie den Namen an.' })
  @WordsInOneLine('Bitte geben Sie den Namen in einer Zeile an.')
  @MaxLength(findingLimits.name)
  name = '';

  @IsString()
  @MaxLength(findingLimits.description)
  description = '';
}

export class FindingQuery extends ListQuery {
  @IsOptional()
  @IsIn(findingStates)
  state?: FindingState;
}
