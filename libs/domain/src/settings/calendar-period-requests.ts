import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsIn,
  Matches,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { DAY, NO_DAY } from '../validation/day';
import { WordsInOneLine } from '../validation/one-line';
import { type CalendarPeriodKind, calendarPeriodKinds, calendarPeriodLimits } from './calendar-periods';

/** School holidays or a sitting week, first and last day included. */
export class SaveCalendarPeriod {
  @IsIn(calendarPeriodKinds)
  kind: CalendarPeriodKind = 'SCHOOL_HOLIDAY';

  @MinLength(2, { message: 'Bitte geben Sie den Namen an.' })
  @WordsInOneLine('Bitte geben Sie den Namen in einer Zeile an.')
  @MaxLength(calendarPeriodLimits.name)
  name = '';

  @Matches(DAY, NO_DAY)
  fromDay = '';

  @Matches(DAY, NO_DAY)
  toDay = '';
}

/** A year's list, added in one step or not at all. */
export class AddCalendarPeriods {
  @IsArray()
  @ArrayNotEmpty({ message: 'Bitte fügen Sie mindestens eine Zeile ein.' })
  @ArrayMaxSize(calendarPeriodLimits.atOnce)
  @ValidateNested({ each: true })
  @Type(() => SaveCalendarPeriod)
  periods: SaveCalendarPeriod[] = [];
}
