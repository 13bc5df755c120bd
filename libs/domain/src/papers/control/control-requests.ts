import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { ListQuery } from '../../lists/list-requests';
import { DAY, NO_DAY } from '../../validation/day';
import { OneLine } from '../../validation/one-line';
import { controlLimits } from './control-limits';
import { type ControlState, controlStates } from './control-state';

/** Who is in charge, until when, and which measures carry it out beside those of its recommendations. */
export class SaveControl {
  @IsString()
  @OneLine()
  @MaxLength(controlLimits.unit)
  unit = '';

  @IsOptional()
  @Matches(DAY, NO_DAY)
  dueOn: string | null = null;

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(controlLimits.measures)
  @IsUUID(undefined, { each: true })
  measureIds: string[] = [];
}

export class MoveControl {
  /** Why it takes longer, why its measures are not to say how it stands, or what was done. */
  @IsString()
  @MaxLength(controlLimits.words)
  reason = '';

  /** A standing order comes back on this day, and so many months after it. */
  @IsOptional()
  @Matches(DAY, NO_DAY)
  nextOn: string | null = null;

  @IsOptional()
  @IsInt({ message: 'Bitte geben Sie ganze Monate an.' })
  @Min(1, { message: 'Bitte geben Sie mindestens einen Monat an.' })
  @Max(controlLimits.months)
  everyMonths: number | null = null;

  /** A new deadline goes with a delay. */
  @IsOptional()
  @Matches(DAY, NO_DAY)
  dueOn: string | null = null;
}

/** Who follows it up from now on; nobody is allowed. */
export class NameResponsible {
  @IsOptional()
  @IsUUID()
  personId: string | null = null;
}

export class ControlQuery extends ListQuery {
  @IsOptional()
  @IsUUID()
  committeeId?: string;

  @IsOptional()
  @IsIn(controlStates)
  state?: ControlState;

  @IsOptional()
  @IsString()
  @MaxLength(controlLimits.unit)
  unit?: string;

  @IsOptional()
  @IsIn(['1'])
  overdue?: '1';
}

export class SessionControlQuery {
  /** The day of the session; without it that of the next one. */
  @IsOptional()
  @Matches(DAY, NO_DAY)
  on?: string;

  /** What is not public stands on a paper of its own. */
  @IsOptional()
  @IsIn(['1'])
  closed?: '1';
}
