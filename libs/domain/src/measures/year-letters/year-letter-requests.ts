import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { type LetterChoice, letterChoices } from './year-letter-choice';
import { yearLetterLimits } from './year-letter-views';

/** What stands first in every letter of the year. */
export class SaveLetterYear {
  @IsString()
  @MaxLength(yearLetterLimits.introduction)
  introduction = '';
}

/** A sentence that only this organisation reads. */
export class SaveLetterWords {
  @IsString()
  @MaxLength(yearLetterLimits.words)
  words = '';
}

/** Which letters of a year are wanted in one file. */
export class BoundLettersQuery {
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string;

  @IsOptional()
  @IsIn(letterChoices)
  letters?: LetterChoice;
}

export class SendYearLetters {
  @IsArray()
  @ArrayNotEmpty({ message: 'Bitte wählen Sie mindestens eine Organisation.' })
  @ArrayUnique()
  @ArrayMaxSize(yearLetterLimits.atOnce)
  @IsUUID(undefined, { each: true })
  organisationIds: string[] = [];
}
