import {
  ArrayMaxSize,
  ArrayNotEmpty,
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
import { Type } from 'class-transformer';
import { ListQuery } from '../../lists/list-requests';
import { WordsInOneLine } from '../../validation/one-line';
import { feedbackLimits } from '../feedback-limits';
import { AnsweredToo } from '../feedback-requests';
import { type FeedbackDecision, feedbackDecisions } from '../feedback-words';

/** Hinweise that come into something or leave it together. */
export class ChosenFeedback {
  @IsArray()
  @ArrayNotEmpty({ message: 'Bitte wählen Sie mindestens einen Hinweis.' })
  @ArrayUnique()
  @ArrayMaxSize(feedbackLimits.group)
  @IsUUID(undefined, { each: true })
  feedbackIds: string[] = [];
}

/** What many said, summarised once. */
export class SaveArgument {
  @IsString()
  @MinLength(3, { message: 'Bitte sagen Sie das Argument in einem Satz.' })
  @WordsInOneLine('Bitte sagen Sie das Argument in einer Zeile.')
  @MaxLength(feedbackLimits.argumentTitle)
  title = '';

  @IsString()
  @MaxLength(feedbackLimits.text)
  summary = '';

  @IsUUID(undefined, { message: 'Bitte wählen Sie ein Handlungsfeld.' })
  fieldId = '';
}

export class CreateArgument extends SaveArgument {
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(feedbackLimits.group)
  @IsUUID(undefined, { each: true })
  feedbackIds: string[] = [];
}

export class ArgumentQuery extends ListQuery {
  @IsOptional()
  @IsUUID()
  fieldId?: string;
}

/** What only this Hinweis says beside the argument it carries. */
export class SaveIndividual {
  @IsString()
  @MaxLength(feedbackLimits.reason)
  individual = '';
}

export class SaveGroup {
  @IsString()
  @MinLength(2, { message: 'Bitte geben Sie der Gruppe einen Namen.' })
  @WordsInOneLine('Bitte geben Sie den Namen in einer Zeile an.')
  @MaxLength(feedbackLimits.groupName)
  name = '';
}

/** A new group, or what leaves one to stand in a group of its own. */
export class CreateGroup extends SaveGroup {
  @IsArray()
  @ArrayNotEmpty({ message: 'Bitte wählen Sie mindestens einen Hinweis.' })
  @ArrayUnique()
  @ArrayMaxSize(feedbackLimits.group)
  @IsUUID(undefined, { each: true })
  feedbackIds: string[] = [];
}

/** The group that is taken in; it ends with this. */
export class MergeGroup {
  @IsUUID(undefined, { message: 'Bitte wählen Sie eine Gruppe.' })
  groupId = '';
}

/** One answer to several of a group, each as it was read; those without a decision get this one. */
export class AnswerGroup {
  @IsIn(feedbackDecisions, { message: 'Bitte wählen Sie eine Entscheidung.' })
  decision: FeedbackDecision | '' = '';

  @IsString()
  @MaxLength(feedbackLimits.reason)
  reason = '';

  @IsString()
  @MaxLength(feedbackLimits.forwardedTo)
  forwardedTo = '';

  @IsString()
  @Matches(/\S/, { message: 'Bitte schreiben Sie eine Antwort.' })
  @MaxLength(feedbackLimits.answer)
  answer = '';

  @IsBoolean()
  notify = true;

  /** Where a second person is to read it: that nobody else has. */
  @IsBoolean()
  alone = false;

  @IsArray()
  @ArrayNotEmpty({ message: 'Bitte wählen Sie mindestens einen Hinweis.' })
  @ArrayMaxSize(feedbackLimits.group)
  @ArrayUnique((it: AnsweredToo) => it.id)
  @ValidateNested({ each: true })
  @Type(() => AnsweredToo)
  items: AnsweredToo[] = [];
}
