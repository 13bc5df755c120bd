import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
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

export class SendYearLetters {
  @IsArray()
  @ArrayNotEmpty({ message: 'Bitte wählen Sie mindestens eine Organisation.' })
  @ArrayUnique()
  @ArrayMaxSize(yearLetterLimits.atOnce)
  @IsUUID(undefined, { each: true })
  organisationIds: string[] = [];
}
