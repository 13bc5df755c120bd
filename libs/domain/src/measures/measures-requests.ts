import { IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { ListQuery } from '../lists/list-requests';
import { WordsInOneLine } from '../validation/one-line';
import { type MeasureState, measureStates } from './measure-state';
import { measureLimits } from './measures-limits';

export class SaveMeasure {
  @IsString()
  @MinLength(2, { message: 'Bitte geben Sie den Namen an.' })
  @WordsInOneLine('Bitte geben Sie den Namen in einer Zeile an.')
  @MaxLength(measureLimits.name)
  name = '';

  @IsString()
  @MaxLength(measureLimits.description)
  description = '';
}

export class MeasureQuery extends ListQuery {
  @IsOptional()
  @IsIn(measureStates)
  state?: MeasureState;
}
