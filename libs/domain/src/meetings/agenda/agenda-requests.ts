import { ArrayMaxSize, ArrayUnique, IsArray, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { meetingLimits } from '../meetings-limits';

export class OrderAgenda {
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(meetingLimits.agendaItems)
  @IsUUID(undefined, { each: true })
  ids: string[] = [];

  /** Which of them are subpoints; where it is left out, those that were. */
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(meetingLimits.agendaItems)
  @IsUUID(undefined, { each: true })
  nested: string[] | null = null;
}

/** How long a point has taken so far, by the clock of the running session. */
export class UsedTime {
  @IsInt()
  @Min(0)
  @Max(meetingLimits.usedSeconds)
  seconds = 0;
}
