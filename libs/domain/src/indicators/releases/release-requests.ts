import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import type { Zeros } from '../../disclosure';
import { indicatorLimits } from '../indicators-limits';
import { type CountedMeasure, countedMeasures } from './indicator-links';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const NO_DAY = { message: 'Das ist kein gültiges Datum.' };

/** Which values are to be released; the rule is that of the indicator. */
export class PrepareFigureRelease {
  /** Values whose time ends on this day or later; all from the beginning without it. */
  @IsOptional()
  @Matches(DAY, NO_DAY)
  firstDay: string | null = null;

  @IsOptional()
  @Matches(DAY, NO_DAY)
  lastDay: string | null = null;

  /** Whether zeros stand there, or count as small numbers. */
  @IsIn(['published', 'hidden'])
  zeros: Zeros = 'published';

  /** Values that have to stand in the open: refused where that gives a hidden one away. */
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  wanted: string[] = [];

  /** R4: why enough contributed to each value and none prevails, where nobody knows who contributed what; empty otherwise. */
  @IsString()
  @MaxLength(indicatorLimits.reason, { message: 'Die Begründung ist zu lang.' })
  contributorsReason = '';
}

/** What an indicator counts, or divides by, is what others count together. */
export class StateIndicatorSum {
  @IsIn(countedMeasures, { message: 'Bitte wählen Sie, was sich zusammensetzt.' })
  measure: CountedMeasure = 'COUNTED';

  @IsArray()
  @ArrayNotEmpty({ message: 'Bitte wählen Sie mindestens einen Indikator.' })
  @ArrayUnique()
  @ArrayMaxSize(20, { message: 'Das sind zu viele Indikatoren.' })
  @IsUUID(undefined, { each: true })
  partIds: string[] = [];
}

/** Who brought in how much of a value, without names; empty: nobody knows. */
export class TellContributors {
  @IsUUID(undefined, { message: 'Bitte wählen Sie den Wert.' })
  observationId = '';

  @IsArray()
  @ArrayMaxSize(200, { message: 'Das sind zu viele Beiträge.' })
  @IsNumber({}, { each: true, message: 'Jeder Beitrag ist eine Zahl.' })
  @Min(0, { each: true, message: 'Kein Beitrag ist kleiner als null.' })
  amounts: number[] = [];
}

export class WithdrawFigureRelease {
  @IsString()
  @MinLength(3, { message: 'Bitte nennen Sie den Grund.' })
  @MaxLength(indicatorLimits.reason)
  reason = '';
}
