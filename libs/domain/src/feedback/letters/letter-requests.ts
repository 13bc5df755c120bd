import {
  ArrayMaxSize,
  ArrayNotEmpty,
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
  MinLength,
} from 'class-validator';
import { ListQuery } from '../../lists/list-requests';
import { WordsInOneLine } from '../../validation/one-line';
import { feedbackLimits } from '../feedback-limits';
import { enteredChannels, type FeedbackSource, feedbackSources } from '../feedback-words';
import { letterLimits, type LetterState, letterStates } from './letter-words';

/** A letter somebody wrote to the office: what all Hinweise out of it have in common, and its words. */
export class EnterLetter {
  @IsString()
  @MinLength(3, { message: 'Bitte sagen Sie in wenigen Wörtern, worum es in dem Brief geht.' })
  @WordsInOneLine('Bitte sagen Sie in einer Zeile, worum es in dem Brief geht.')
  @MaxLength(letterLimits.subject)
  subject = '';

  @IsString()
  @Matches(/\S/, { message: 'Bitte fügen Sie den Text des Briefes ein.' })
  @MaxLength(letterLimits.text)
  text = '';

  @IsIn(feedbackSources, { message: 'Bitte wählen Sie, von wem der Brief kommt.' })
  source: FeedbackSource = 'PROVIDER';

  @IsIn(enteredChannels, { message: 'Bitte wählen Sie, wie der Brief ankam.' })
  channel: (typeof enteredChannels)[number] = 'MAIL';

  @IsString()
  @MaxLength(feedbackLimits.role)
  speakerRole = '';

  @IsOptional()
  @IsUUID()
  personId: string | null = null;

  @IsOptional()
  @IsUUID()
  organisationId: string | null = null;

  @IsOptional()
  @IsUUID()
  networkId: string | null = null;

  @IsOptional()
  @IsUUID()
  municipalityId: string | null = null;

  /** Day on which it arrived; today if absent. */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Das ist kein gültiges Datum.' })
  receivedOn: string | null = null;
}

/** A stretch of the text as the page shows it; which text that is, the version says. */
export class MarkPassage {
  @IsInt()
  @Min(0)
  @Max(letterLimits.text)
  start = 0;

  @IsInt()
  @Min(1)
  @Max(letterLimits.text)
  end = 1;
}

/** The words of each piece, in their order; the marks stay. */
export class MendLetter {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(letterLimits.pieces)
  @IsString({ each: true })
  @MaxLength(letterLimits.text, { each: true })
  pieces: string[] = [];
}

/** What is not marked holds no Hinweis, and why. */
export class FinishLetter {
  @IsString()
  @MaxLength(letterLimits.rest)
  restReason = '';
}

export class LetterQuery extends ListQuery {
  @IsOptional()
  @IsIn(letterStates)
  state?: LetterState;
}
