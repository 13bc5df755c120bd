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
import { ListQuery } from '../lists/list-requests';
import { feedbackLimits } from './feedback-limits';
import {
  enteredChannels,
  type FeedbackDecision,
  feedbackDecisions,
  type FeedbackSentiment,
  feedbackSentiments,
  type FeedbackSource,
  feedbackSources,
  type InboxView,
  inboxViews,
  type LinkOrigin,
  linkOrigins,
} from './feedback-words';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const SOMETHING = /\S/;

/** "Hinweis erfassen": somebody told the office something. */
export class EnterFeedback {
  @IsIn(feedbackSources, { message: 'Bitte wählen Sie, woher der Hinweis kommt.' })
  source: FeedbackSource = 'CITIZEN';

  @IsIn(enteredChannels, { message: 'Bitte wählen Sie, wie der Hinweis ankam.' })
  channel: (typeof enteredChannels)[number] = 'QUICK_ENTRY';

  @IsString()
  @Matches(SOMETHING, { message: 'Bitte schreiben Sie auf, was gesagt wurde.' })
  @MaxLength(feedbackLimits.text)
  text = '';

  /** "Erzieherin", "pflegender Angehöriger": a role, no name. */
  @IsString()
  @MaxLength(feedbackLimits.role)
  speakerRole = '';

  @IsOptional()
  @IsIn(feedbackSentiments)
  sentiment: FeedbackSentiment | null = null;

  @IsOptional()
  @IsUUID()
  personId: string | null = null;

  @IsOptional()
  @IsUUID()
  organisationId: string | null = null;

  @IsOptional()
  @IsUUID()
  meetingId: string | null = null;

  @IsOptional()
  @IsUUID()
  formatId: string | null = null;

  @IsOptional()
  @IsUUID()
  networkId: string | null = null;

  @IsOptional()
  @IsUUID()
  municipalityId: string | null = null;

  /** Day on which it arrived; today if absent. */
  @IsOptional()
  @Matches(DAY, { message: 'Das ist kein gültiges Datum.' })
  receivedOn: string | null = null;

  /** Confirms the receipt to the sender by mail, with the link to its state. */
  @IsBoolean()
  acknowledge = false;
}

/** A line of the running minutes; its id is made by the device that wrote it. */
export class SaveSessionFeedback {
  @IsUUID()
  meetingId = '';

  @IsString()
  @Matches(SOMETHING, { message: 'Bitte schreiben Sie auf, was gesagt wurde.' })
  @MaxLength(feedbackLimits.text)
  text = '';

  @IsString()
  @MaxLength(feedbackLimits.role)
  speakerRole = '';

  @IsOptional()
  @IsUUID()
  personId: string | null = null;

  @IsOptional()
  @IsUUID()
  organisationId: string | null = null;
}

export class SessionFeedbackQuery {
  @IsUUID()
  meetingId = '';
}

export class MarkedSpan {
  @IsInt()
  @Min(0)
  start = 0;

  @IsInt()
  @Min(1)
  @Max(feedbackLimits.text)
  end = 1;
}

/** The checked text: without spans it is confirmed as it stands, otherwise they become `[entfernt]`. */
export class TriageFeedback {
  @IsArray()
  @ArrayMaxSize(feedbackLimits.spans)
  @ValidateNested({ each: true })
  @Type(() => MarkedSpan)
  remove: MarkedSpan[] = [];
}

export class LinkFeedback {
  @IsUUID(undefined, { message: 'Bitte wählen Sie ein Handlungsfeld.' })
  primaryFieldId = '';

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(feedbackLimits.furtherFields)
  @IsUUID(undefined, { each: true })
  furtherFieldIds: string[] = [];

  @IsIn(linkOrigins)
  origin: LinkOrigin = 'HUMAN';
}

/** A word or phrase for the suggestions of one field. */
export class SaveSuggestionWord {
  @IsString()
  @Matches(/^\*?[\p{L}\p{N}](?:[\p{L}\p{N} .-]*[\p{L}\p{N}])?\*?$/u, {
    message: 'Bitte geben Sie ein Wort oder wenige Wörter an.',
  })
  @MaxLength(feedbackLimits.suggestionWord)
  term = '';

  @IsInt()
  @Min(1)
  @Max(4)
  weight: 1 | 2 | 3 | 4 = 2;

  @IsBoolean()
  active = true;
}

export class DecideFeedback {
  @IsIn(feedbackDecisions, { message: 'Bitte wählen Sie eine Entscheidung.' })
  decision: FeedbackDecision | '' = '';

  @IsString()
  @MaxLength(feedbackLimits.reason)
  reason = '';

  @IsString()
  @MaxLength(feedbackLimits.forwardedTo)
  forwardedTo = '';
}

export class AnsweredToo {
  @IsUUID()
  id = '';

  @IsInt()
  @Min(1)
  version = 1;
}

export class AnswerFeedback {
  @IsString()
  @MaxLength(feedbackLimits.answer)
  answer = '';

  /** Sends it to the sender where an address is known. */
  @IsBoolean()
  notify = true;

  /** Where a second person is to read it: that nobody else has. */
  @IsBoolean()
  alone = false;

  /** Others that get the same answer: decided alike, or not yet, then they take over the decision. */
  @IsArray()
  @ArrayMaxSize(feedbackLimits.answeredTogether)
  @ArrayUnique((it: AnsweredToo) => it.id)
  @ValidateNested({ each: true })
  @Type(() => AnsweredToo)
  also: AnsweredToo[] = [];
}

/** What the office notes for itself. */
export class WriteNote {
  @IsString()
  @Matches(SOMETHING, { message: 'Bitte schreiben Sie etwas auf.' })
  @MaxLength(feedbackLimits.reason)
  text = '';
}

export class RejectFeedback {
  @IsString()
  @MaxLength(feedbackLimits.reason)
  reason = '';
}

export class FeedbackQuery extends ListQuery {
  @IsOptional()
  @IsIn(inboxViews)
  view?: InboxView;

  @IsOptional()
  @IsUUID()
  fieldId?: string;

  @IsOptional()
  @IsIn(feedbackSources)
  source?: FeedbackSource;

  @IsOptional()
  @IsUUID()
  meetingId?: string;

  @IsOptional()
  @IsUUID()
  formatId?: string;

  @IsOptional()
  @IsUUID()
  networkId?: string;

  /** Answered with this text block. */
  @IsOptional()
  @IsUUID()
  textBlockId?: string;

  /** Those that read most like this one come first. */
  @IsOptional()
  @IsUUID()
  likeId?: string;
}

/** The words around the items of an Ergebnisbrief; the items themselves come from the inbox. */
export class SaveReturnMessage {
  @IsString()
  @MinLength(3, { message: 'Bitte geben Sie einen Betreff an.' })
  @MaxLength(feedbackLimits.subject)
  subject = '';

  @IsString()
  @MaxLength(feedbackLimits.letter)
  intro = '';

  @IsString()
  @MaxLength(feedbackLimits.letter)
  closing = '';

  @IsOptional()
  @Matches(DAY, { message: 'Das ist kein gültiges Datum.' })
  inReviewUntil: string | null = null;

  /** Hinweise this letter does not report on. */
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(500)
  @IsUUID(undefined, { each: true })
  leftOutIds: string[] = [];
}

/** Begins an Ergebnisbrief for one meeting or for a whole format. */
export class BeginReturnMessage {
  @IsOptional()
  @IsUUID()
  meetingId: string | null = null;

  @IsOptional()
  @IsUUID()
  formatId: string | null = null;

  /** As its page had them; none for a draft as the house proposes it. */
  @IsOptional()
  @ValidateNested()
  @Type(() => SaveReturnMessage)
  words: SaveReturnMessage | null = null;
}

export class ReturnMessageQuery {
  @IsOptional()
  @IsUUID()
  meetingId?: string;

  @IsOptional()
  @IsUUID()
  formatId?: string;
}
