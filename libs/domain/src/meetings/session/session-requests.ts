import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { MailAddress, MailOrNone } from '../../validation/reachable';
import { DAY, NO_DAY } from '../../validation/day';
import type { LineKind } from './line-kinds';
import { type OpenItemMark, openItemMarks } from './open-items';
import { sessionLimits } from './session-limits';

/** With its offset: without one it would be read by the clock of the machine. */
const INSTANT =
  /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;
const INSTANT_ONLY = { message: 'Das ist kein gültiger Zeitpunkt.' };

export class MinutesTask {
  @IsOptional()
  @Matches(DAY, { message: 'Das ist kein gültiges Datum.' })
  dueOn: string | null = null;

  @IsOptional()
  @IsUUID()
  personId: string | null = null;

  @IsOptional()
  @IsUUID()
  organisationId: string | null = null;
}

export class MinutesVotes {
  @IsInt()
  @Min(0)
  @Max(sessionLimits.votes)
  yes = 0;

  @IsInt()
  @Min(0)
  @Max(sessionLimits.votes)
  no = 0;

  @IsInt()
  @Min(0)
  @Max(sessionLimits.votes)
  abstain = 0;
}

/** One line of the minutes under an id made by the device; `If-Match: "v0"` for a new one. */
export class PutMinutesEntry {
  @IsOptional()
  @IsUUID()
  agendaItemId: string | null = null;

  @IsNumber({ allowNaN: false, allowInfinity: false })
  @Min(0)
  @Max(1_000_000)
  position = 0;

  /** Which kinds there are the API asks the owners: areas on the right have their own. */
  @IsString()
  @MaxLength(sessionLimits.kind)
  kind: LineKind = 'TEXT';

  @IsString()
  @MaxLength(sessionLimits.line)
  text = '';

  @IsOptional()
  @ValidateNested()
  @Type(() => MinutesTask)
  task: MinutesTask | null = null;

  @IsOptional()
  @ValidateNested()
  @Type(() => MinutesVotes)
  votes: MinutesVotes | null = null;

  /** Only for a kind of an area on the right: its words were put there before, under this id. */
  @IsOptional()
  @IsUUID()
  referenceId: string | null = null;

  /** `referenceId` under its former name: lines that waited on a device since then still say so. */
  @IsOptional()
  @IsUUID()
  feedbackId?: string | null;
}

/** What the meeting says of something earlier ones left to do; `If-Match: "v0"` for the first word. */
export class PutOpenItem {
  @IsIn(openItemMarks)
  mark: OpenItemMark = 'OPEN';

  /** Only where it is put off. */
  @IsOptional()
  @Matches(DAY, NO_DAY)
  movedTo: string | null = null;
}

/** Whether somebody is there; guests have only a name. `If-Match: "v0"` for a new one. */
export class PutAttendance {
  @IsOptional()
  @IsUUID()
  invitationId: string | null = null;

  @IsOptional()
  @IsUUID()
  personId: string | null = null;

  @IsOptional()
  @IsUUID()
  organisationId: string | null = null;

  @IsString()
  @MaxLength(sessionLimits.guest)
  guestName = '';

  @IsBoolean()
  present = true;
}

/** Times may be entered later, when nobody started the session in the application. */
export class EndSession {
  @IsOptional()
  @IsISO8601({ strict: true }, INSTANT_ONLY)
  @Matches(INSTANT, INSTANT_ONLY)
  startedAt: string | null = null;

  @IsOptional()
  @IsISO8601({ strict: true }, INSTANT_ONLY)
  @Matches(INSTANT, INSTANT_ONLY)
  endedAt: string | null = null;
}

/** Somebody of the meeting; the address counts only where none is known. */
export class ProtocolAddressee {
  @IsString()
  @IsNotEmpty()
  @MaxLength(sessionLimits.guest)
  key = '';

  @MailOrNone(sessionLimits.mail)
  mail = '';
}

/** Somebody who had nothing to do with the meeting. */
export class FurtherReader {
  @IsString()
  @IsNotEmpty({ message: 'Bitte geben Sie einen Namen an.' })
  @MaxLength(sessionLimits.guest)
  name = '';

  @MailAddress(sessionLimits.mail)
  mail = '';
}

/** Who gets the protocol now; it can be sent again later to whoever has not got it. */
export class SendProtocol {
  @IsArray()
  @ArrayMaxSize(sessionLimits.recipients)
  @ValidateNested({ each: true })
  @Type(() => ProtocolAddressee)
  to: ProtocolAddressee[] = [];

  @IsArray()
  @ArrayMaxSize(sessionLimits.recipients)
  @ValidateNested({ each: true })
  @Type(() => FurtherReader)
  further: FurtherReader[] = [];
}

export class ProtocolMailQuery {
  /** Whose mail; without it the first one's. */
  @IsOptional()
  @IsString()
  @MaxLength(sessionLimits.guest)
  key?: string;
}
