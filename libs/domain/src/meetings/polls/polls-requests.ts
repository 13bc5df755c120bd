import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { enteredChannels, type EnteredChannel } from '../meeting-words';
import { meetingLimits } from '../meetings-limits';
import { SaveInvitee } from '../meetings-requests';
import { type PollAnswer, pollAnswers, pollLimits } from './poll-words';
import { WebAddressOrNone } from '../../validation/reachable';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** One proposed date in wall times of Berlin: what keeps its day and times keeps its answers. */
export class SavePollOption {
  @Matches(DAY, { message: 'Bitte geben Sie den Tag an.' })
  day = '';

  @Matches(CLOCK, { message: 'Bitte geben Sie den Beginn so an: 14:00.' })
  startTime = '';

  @Matches(CLOCK, { message: 'Bitte geben Sie das Ende so an: 16:00.' })
  endTime = '';

  /** Only in the autumn night: which of the two equal hours. */
  @IsIn(['', 'earlier', 'later'])
  fold = '';
}

export class SavePollVoter extends SaveInvitee {
  /** *Muss dabei sein.* */
  @IsBoolean()
  required = false;
}

/** A whole Terminumfrage: stored as a draft, sent, or changed while it runs. */
export class SavePoll {
  @IsString()
  @MaxLength(pollLimits.message)
  message = '';

  /** The last day on which votes count. */
  @MinLength(1, { message: 'Bitte geben Sie an, bis wann Sie Antworten brauchen.' })
  @Matches(DAY, { message: 'Das ist kein gültiges Datum.' })
  untilDay = '';

  @IsArray()
  @ArrayMaxSize(pollLimits.options)
  @ValidateNested({ each: true })
  @Type(() => SavePollOption)
  options: SavePollOption[] = [];

  @IsArray()
  @ArrayMaxSize(meetingLimits.invitees)
  @ValidateNested({ each: true })
  @Type(() => SavePollVoter)
  voters: SavePollVoter[] = [];

  /** "Terminumfrage senden" instead of "Entwurf speichern". */
  @IsBoolean()
  send = false;
}

export class PollVote {
  @IsUUID()
  optionId = '';

  @IsIn(pollAnswers, { message: 'Bitte wählen Sie Ja, Notfalls oder Nein.' })
  answer: PollAnswer = 'YES';
}

/** Votes that came by phone, mail or in person, entered by the office. */
export class EnterPollVotes {
  @IsArray()
  @ArrayMaxSize(pollLimits.options)
  @ArrayUnique((it: PollVote) => it.optionId)
  @ValidateNested({ each: true })
  @Type(() => PollVote)
  votes: PollVote[] = [];

  @IsIn(enteredChannels, { message: 'Bitte geben Sie an, wie die Antwort kam.' })
  channel: EnteredChannel = 'PHONE';

  @IsString()
  @MaxLength(pollLimits.comment)
  comment = '';
}

/** The chosen date becomes the meeting; invitations go out in the same step if asked for. */
export class ChoosePollDate {
  @IsUUID()
  optionId = '';

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

  @IsString()
  @MaxLength(meetingLimits.accessibility)
  accessibility = '';

  @WebAddressOrNone(meetingLimits.onlineLink)
  onlineLink = '';

  /** The day until which the invited are asked to answer. */
  @Matches(/^(\d{4}-\d{2}-\d{2})?$/, { message: 'Das ist kein gültiges Datum.' })
  answerUntilDay = '';

  @IsBoolean()
  invite = true;
}
