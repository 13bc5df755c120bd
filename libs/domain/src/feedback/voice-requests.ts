import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength, ValidateIf } from 'class-validator';
import { feedbackLimits } from './feedback-limits';
import { type FeedbackVoice, feedbackVoices } from './voices';
import { MailOrNone } from '../validation/reachable';

const SOMETHING = /\S/;

/** A provider's Hinweis, with the choice of who is named. */
export class GiveVoice {
  @IsIn(feedbackVoices, { message: 'Bitte wählen Sie, in wessen Namen Sie sprechen.' })
  voice: FeedbackVoice | '' = '';

  /** For whom, if the voice is the organisation's. */
  @IsOptional()
  @IsUUID()
  organisationId: string | null = null;

  @IsString()
  @Matches(SOMETHING, { message: 'Bitte schreiben Sie, was Sie sagen möchten.' })
  @MaxLength(feedbackLimits.text)
  text = '';

  /** What the sender thinks it belongs to; the planner decides. */
  @IsOptional()
  @IsUUID()
  fieldId: string | null = null;

  @IsOptional()
  @IsUUID()
  municipalityId: string | null = null;
}

/** The public form. Empty choices of a form are empty texts. */
export class SendVoice {
  @IsString()
  @Matches(SOMETHING, { message: 'Bitte schreiben Sie, was Sie uns sagen möchten.' })
  @MaxLength(feedbackLimits.text, { message: `Bitte höchstens ${feedbackLimits.text} Zeichen.` })
  text = '';

  @ValidateIf((it: SendVoice) => it.fieldId !== '')
  @IsUUID(undefined, { message: 'Bitte wählen Sie ein Thema aus der Liste.' })
  fieldId = '';

  @ValidateIf((it: SendVoice) => it.municipalityId !== '')
  @IsUUID(undefined, { message: 'Bitte wählen Sie eine Gemeinde aus der Liste.' })
  municipalityId = '';

  /** Only for the answer; kept apart and deleted afterwards. */
  @MailOrNone(254)
  mail = '';
}

/** Puts an answered Hinweis on the public page "Was daraus wurde", in words meant for everybody. */
export class PublishFeedback {
  @IsString()
  @Matches(SOMETHING, { message: 'Bitte schreiben Sie, was alle lesen sollen.' })
  @MaxLength(feedbackLimits.answer)
  answer = '';
}
