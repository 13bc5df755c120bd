import {
  IsIn,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { DAY, NO_DAY } from '../../validation/day';
import { WordsInOneLine } from '../../validation/one-line';
import {
  type Confidence,
  confidences,
  type EffectLevel,
  effectLevels,
  evaluationLimits,
} from './evaluation-words';

const NO_NUMBER = { message: 'Bitte geben Sie eine Zahl an.' };
const NO_SOURCE = { message: 'Bitte nennen Sie die Quelle.' };

/** One thing looked at, with a declared beginning and end. */
export class SaveEvaluationGoal {
  @IsIn(effectLevels, { message: 'Bitte wählen Sie, worauf sich das bezieht.' })
  level: EffectLevel = 'OUTCOME';

  @IsString()
  @MinLength(3, { message: 'Bitte sagen Sie, was gemessen wird.' })
  @WordsInOneLine('Bitte sagen Sie in einer Zeile, was gemessen wird.')
  @MaxLength(evaluationLimits.title)
  title = '';

  @IsString()
  @MaxLength(evaluationLimits.unit)
  unit = '';

  @IsNumber({}, NO_NUMBER)
  @Min(-evaluationLimits.value)
  @Max(evaluationLimits.value)
  baseline = 0;

  @Matches(DAY, NO_DAY)
  baselineOn = '';

  @IsString()
  @MinLength(2, NO_SOURCE)
  @MaxLength(evaluationLimits.source)
  baselineSource = '';

  @IsNumber({}, NO_NUMBER)
  @Min(-evaluationLimits.value)
  @Max(evaluationLimits.value)
  target = 0;

  @Matches(DAY, NO_DAY)
  targetOn = '';

  @IsIn(confidences, { message: 'Bitte schätzen Sie ein, wie sicher der Zusammenhang ist.' })
  confidence: Confidence = 'MEDIUM';

  @IsString()
  @MaxLength(evaluationLimits.text)
  otherInfluences = '';
}

/** A value seen on a day; a second one of the same day takes the first one's place. */
export class SeeEvaluationValue {
  @Matches(DAY, NO_DAY)
  seenOn = '';

  @IsNumber({}, NO_NUMBER)
  @Min(-evaluationLimits.value)
  @Max(evaluationLimits.value)
  value = 0;

  @IsString()
  @MinLength(2, NO_SOURCE)
  @MaxLength(evaluationLimits.source)
  source = '';
}

/** What is concluded; with a day it counts as evaluated. */
export class ConcludeEvaluation {
  @IsString()
  @MaxLength(evaluationLimits.text)
  conclusion = '';

  @IsString()
  @MaxLength(evaluationLimits.text)
  consequence = '';

  @IsString()
  @MaxLength(evaluationLimits.text)
  otherInfluences = '';

  @IsOptional()
  @Matches(DAY, NO_DAY)
  evaluatedOn: string | null = null;
}
