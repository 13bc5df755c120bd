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
import type { Zeros } from '../../disclosure';
import { indicatorLimits } from '../indicators-limits';

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
}

export class WithdrawFigureRelease {
  @IsString()
  @MinLength(3, { message: 'Bitte nennen Sie den Grund.' })
  @MaxLength(indicatorLimits.reason)
  reason = '';
}
