import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
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
import { ListQuery } from '../../lists/list-requests';
import { DAY } from '../../validation/day';
import { WordsInOneLine } from '../../validation/one-line';
import { consolidationLimits as limits } from './consolidation-limits';
import {
  type ConsolidationMeasure,
  consolidationMeasures,
  type ConsolidationSubject,
  consolidationSubjects,
} from './criteria';

/** Which numbers a measure needs is asked when it is saved. */
function IsThreshold(most: number): PropertyDecorator {
  return (target, key) => {
    IsOptional()(target, key);
    IsInt({ message: 'Bitte geben Sie eine ganze Zahl an.' })(target, key);
    Min(1, { message: 'Bitte geben Sie mindestens 1 an.' })(target, key);
    Max(most, { message: `Bitte geben Sie höchstens ${most} an.` })(target, key);
  };
}

export class SaveCriterion {
  @IsString()
  @MinLength(2, { message: 'Bitte geben Sie den Namen an.' })
  @WordsInOneLine('Bitte geben Sie den Namen in einer Zeile an.')
  @MaxLength(limits.name)
  name = '';

  @IsIn(consolidationSubjects, { message: 'Bitte wählen Sie, wofür das Kriterium gilt.' })
  subject: ConsolidationSubject = 'NETWORK';

  @IsString()
  @MaxLength(limits.question)
  question = '';

  @IsIn(consolidationMeasures, { message: 'Bitte wählen Sie, woran es gemessen wird.' })
  measure: ConsolidationMeasure = 'ASKED';

  @IsThreshold(limits.least)
  least: number | null = null;

  @IsThreshold(limits.share)
  share: number | null = null;

  @IsThreshold(limits.months)
  months: number | null = null;
}

export class ConsolidationAnswer {
  @IsUUID()
  criterionId = '';

  @IsBoolean({ message: 'Bitte sagen Sie, ob das Kriterium erfüllt ist.' })
  met = false;

  @IsString()
  @MaxLength(limits.reason)
  reason = '';
}

/** Every criterion in use is answered once. */
export class SaveConsolidationCheck {
  @Matches(DAY, { message: 'Bitte geben Sie an, wann der Check gemacht wurde.' })
  checkedOn = '';

  @IsString()
  @MaxLength(limits.note)
  note = '';

  @IsArray()
  @ArrayNotEmpty({ message: 'Es gibt keine Kriterien. Legen Sie sie unter Einstellungen an.' })
  @ArrayMaxSize(limits.criteria)
  @ValidateNested({ each: true })
  @Type(() => ConsolidationAnswer)
  answers: ConsolidationAnswer[] = [];
}

export class ConsolidationQuery extends ListQuery {
  @IsOptional()
  @IsIn(consolidationSubjects)
  subject?: ConsolidationSubject;
}
