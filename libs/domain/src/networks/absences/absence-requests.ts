import { IsOptional, IsUUID, Matches } from 'class-validator';
import { DAY, NO_DAY } from '../../validation/day';

/** From when until when somebody is away, and who does in that time what they may do for their networks. */
export class EnterAbsence {
  /** Whose; without it one's own. */
  @IsOptional()
  @IsUUID()
  personId: string | null = null;

  @IsUUID(undefined, { message: 'Bitte wählen Sie, wer Sie vertritt.' })
  deputyPersonId = '';

  @Matches(DAY, NO_DAY)
  fromDay = '';

  /** The last day away. */
  @Matches(DAY, NO_DAY)
  toDay = '';
}
