import { IsBoolean, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { DAY, NO_DAY } from '../validation/day';
import { OneLine } from '../validation/one-line';
import { committeeLimits } from './committees-limits';

/** A seat in a committee; without a person it is vacant. */
export class SaveCommitteeSeat {
  @IsOptional()
  @IsUUID()
  personId: string | null = null;

  /** "Vorsitz", "sachkundige Einwohnerin". */
  @IsString()
  @OneLine()
  @MaxLength(committeeLimits.office)
  office = '';

  @IsBoolean()
  voting = true;

  /** The seat whose holder this one deputises for. */
  @IsOptional()
  @IsUUID()
  deputyOfId: string | null = null;

  @IsString()
  @OneLine()
  @MaxLength(committeeLimits.term)
  term = '';

  @Matches(DAY, NO_DAY)
  fromDay = '';

  @IsOptional()
  @Matches(DAY, NO_DAY)
  toDay: string | null = null;
}

export class EndCommitteeSeat {
  /** The last day. */
  @Matches(DAY, NO_DAY)
  toDay = '';

  /** The seat is vacant from the next day on, until somebody follows. */
  @IsBoolean()
  keepSeat = true;
}
