import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { meetingLimits } from '../meetings-limits';
import { SaveAgendaItem } from '../meetings-requests';

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

/** Of one network or of one committee. */
export class AgendaTemplateQuery {
  @IsOptional()
  @IsUUID()
  networkId?: string;

  @IsOptional()
  @IsUUID()
  committeeId?: string;
}

/** The standard points of one network or committee, all of them; none means that it has no such points. */
export class SaveAgendaTemplate {
  @IsOptional()
  @IsUUID()
  networkId: string | null = null;

  @IsOptional()
  @IsUUID()
  committeeId: string | null = null;

  @IsArray()
  @ArrayMaxSize(meetingLimits.agendaItems)
  @ValidateNested({ each: true })
  @Type(() => SaveAgendaItem)
  items: SaveAgendaItem[] = [];
}
