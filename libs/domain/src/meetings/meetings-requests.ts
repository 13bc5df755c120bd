import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { ListQuery, PageQuery } from '../lists/list-requests';
import { type OrganisationType, organisationTypes } from '../actors';
import { OneLine, WordsInOneLine } from '../validation/one-line';
import { MailAddress, WebAddressOrNone } from '../validation/reachable';
import { type AgendaLevel, agendaLevels } from './agenda/agenda-tree';
import {
  type AgendaVisibility,
  agendaVisibilities,
  type MeetingState,
  meetingStates,
  type MeetingType,
  meetingTypes,
} from './meeting-words';
import { meetingLimits } from './meetings-limits';

const DAY_OR_EMPTY = /^(\d{4}-\d{2}-\d{2})?$/;
const CLOCK_OR_EMPTY = /^(([01]\d|2[0-3]):[0-5]\d)?$/;

/** What, when and where. Times are wall times of Berlin; an empty day means: no date yet. */
export class SaveMeeting {
  @IsIn(meetingTypes, { message: 'Bitte wählen Sie die Art des Termins.' })
  type: MeetingType = 'NETWORK';

  @IsString()
  @MinLength(3, { message: 'Bitte geben Sie einen Titel an.' })
  @WordsInOneLine('Bitte geben Sie einen Titel in einer Zeile an.')
  @MaxLength(meetingLimits.title)
  title = '';

  @IsOptional()
  @IsUUID()
  networkId: string | null = null;

  @IsOptional()
  @IsUUID()
  committeeId: string | null = null;

  @IsOptional()
  @IsUUID()
  formatId: string | null = null;

  @Matches(DAY_OR_EMPTY, { message: 'Das ist kein gültiges Datum.' })
  day = '';

  @Matches(CLOCK_OR_EMPTY, { message: 'Bitte geben Sie die Uhrzeit so an: 14:00.' })
  startTime = '';

  @Matches(CLOCK_OR_EMPTY, { message: 'Bitte geben Sie die Uhrzeit so an: 16:00.' })
  endTime = '';

  /** Only in the autumn night. */
  @IsOptional()
  @IsIn(['earlier', 'later'])
  fold: 'earlier' | 'later' | null = null;

  @IsString()
  @MaxLength(meetingLimits.place)
  place = '';

  /** The entry of the list of places these words came from. */
  @IsOptional()
  @IsUUID()
  placeId: string | null = null;

  @IsString()
  @MaxLength(meetingLimits.placeNote)
  placeNote = '';

  @WebAddressOrNone(meetingLimits.onlineLink)
  onlineLink = '';

  @IsString()
  @MaxLength(meetingLimits.accessibility)
  accessibility = '';

  @IsString()
  @MaxLength(meetingLimits.invitationText)
  invitationText = '';

  /** The day until which answers are asked for. */
  @Matches(DAY_OR_EMPTY, { message: 'Das ist kein gültiges Datum.' })
  answerUntilDay = '';

  @IsBoolean()
  public = false;

  @IsOptional()
  @IsInt({ message: 'Bitte geben Sie eine ganze Zahl an.' })
  @Min(1, { message: 'Mindestens ein Platz.' })
  @Max(100_000)
  capacity: number | null = null;

  @IsOptional()
  @IsUUID()
  previousMeetingId: string | null = null;
}

export class SaveAgendaItem {
  @IsString()
  @MinLength(1, { message: 'Bitte geben Sie den Punkt an.' })
  @MaxLength(meetingLimits.agendaTitle)
  title = '';

  @IsOptional()
  @IsInt({ message: 'Bitte geben Sie Minuten als ganze Zahl an.' })
  @Min(1)
  @Max(600)
  minutes: number | null = null;

  @IsIn(agendaVisibilities)
  visibility: AgendaVisibility = 'INTERNAL';

  @IsString()
  @MaxLength(meetingLimits.presenter)
  presenter = '';

  @IsString()
  @MaxLength(meetingLimits.agendaNote)
  note = '';

  /** A subpoint belongs to the nearest point before it and is seen by whoever sees that one. */
  @IsOptional()
  @IsIn(agendaLevels)
  level: AgendaLevel = 1;
}

/** One entry of the list of invitees as the picker resolved it. */
export class SaveInvitee {
  @IsOptional()
  @IsUUID()
  personId: string | null = null;

  @IsOptional()
  @IsUUID()
  organisationId: string | null = null;

  @IsOptional()
  @IsUUID()
  onBehalfOfId: string | null = null;

  @MailAddress(meetingLimits.mail)
  mail = '';

  @IsString()
  @OneLine()
  @MaxLength(meetingLimits.name)
  name = '';
}

/** The one page of "Nächstes Treffen": everything is saved, and sent if asked for, in one step. */
export class PlanMeeting {
  @ValidateNested()
  @Type(() => SaveMeeting)
  meeting: SaveMeeting = new SaveMeeting();

  @IsArray()
  @ArrayMaxSize(meetingLimits.agendaItems)
  @ValidateNested({ each: true })
  @Type(() => SaveAgendaItem)
  agenda: SaveAgendaItem[] = [];

  @IsArray()
  @ArrayMaxSize(meetingLimits.invitees)
  @ValidateNested({ each: true })
  @Type(() => SaveInvitee)
  invitees: SaveInvitee[] = [];

  /** "Einladungen senden" instead of "Entwurf speichern". */
  @IsBoolean()
  send = false;
}

export class FreeAddress {
  @IsString()
  @MaxLength(meetingLimits.mail)
  mail = '';

  @IsString()
  @MaxLength(meetingLimits.name)
  name = '';
}

/** Whom the picker chose; the answer is one list without doubles. */
export class ResolveInvitees {
  @IsOptional()
  @IsUUID()
  meetingId: string | null = null;

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  networkIds: string[] = [];

  @IsArray()
  @ArrayUnique()
  @IsIn(organisationTypes, { each: true })
  organisationTypes: OrganisationType[] = [];

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  fieldIds: string[] = [];

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(500)
  @IsUUID(undefined, { each: true })
  personIds: string[] = [];

  /** Organisations by their function mailbox. */
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(500)
  @IsUUID(undefined, { each: true })
  organisationIds: string[] = [];

  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => FreeAddress)
  addresses: FreeAddress[] = [];

  /** `Name <mail>; …` as pasted from another program. */
  @IsString()
  @MaxLength(meetingLimits.pastedAddresses)
  pasted = '';
}

/** More people for a meeting that is planned already; they are invited in the same step if asked for. */
export class AddInvitees {
  @IsArray()
  @ArrayMaxSize(meetingLimits.invitees)
  @ValidateNested({ each: true })
  @Type(() => SaveInvitee)
  invitees: SaveInvitee[] = [];

  @IsBoolean()
  send = false;
}

/** The mail of one invitee, from what stands in the form. */
export class PreviewInvitation {
  @ValidateNested()
  @Type(() => SaveMeeting)
  meeting: SaveMeeting = new SaveMeeting();

  @IsArray()
  @ArrayMaxSize(meetingLimits.agendaItems)
  @ValidateNested({ each: true })
  @Type(() => SaveAgendaItem)
  agenda: SaveAgendaItem[] = [];

  @IsOptional()
  @ValidateNested()
  @Type(() => SaveInvitee)
  invitee: SaveInvitee | null = null;
}

/** Once more to those whose last mail came to nothing. */
export class SendAgain {
  /** Only to these of them; to all where nobody is named. */
  @IsArray()
  @ArrayMaxSize(meetingLimits.invitees)
  @IsUUID(undefined, { each: true })
  ids: string[] = [];
}

export class CancelMeeting {
  /** Stands in the mail to everybody invited. */
  @IsString()
  @MaxLength(meetingLimits.reason)
  reason = '';
}

export class NextMeetingQuery {
  @IsUUID()
  networkId = '';
}

export class MeetingQuery extends ListQuery {
  /** Upcoming ones come soonest first, past ones latest first; without a date means upcoming. */
  @IsOptional()
  @IsIn(['upcoming', 'past'])
  when?: 'upcoming' | 'past';

  @IsOptional()
  @IsUUID()
  networkId?: string;

  @IsOptional()
  @IsUUID()
  committeeId?: string;

  @IsOptional()
  @IsUUID()
  formatId?: string;

  @IsOptional()
  @IsIn(meetingTypes)
  type?: MeetingType;

  @IsOptional()
  @IsIn(meetingStates)
  state?: MeetingState;
}

export class AgreementQuery extends PageQuery {
  @IsUUID()
  networkId = '';
}

/** What became of a Vereinbarung, in a sentence that may be left out. */
export class SettleAgreement {
  @IsString()
  @MaxLength(meetingLimits.agreementNote)
  note = '';
}
