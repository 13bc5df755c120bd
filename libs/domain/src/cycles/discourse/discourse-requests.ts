import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';
import { DAY } from '../../validation/day';
import { WordsInOneLine } from '../../validation/one-line';
import { discourseLimits } from './discourse-limits';

class DiscourseFrame {
  @IsString()
  @MinLength(2, { message: 'Bitte geben Sie der Diskursrunde einen Titel.' })
  @WordsInOneLine('Bitte geben Sie den Titel in einer Zeile an.')
  @MaxLength(discourseLimits.title)
  title = '';

  @Matches(DAY, { message: 'Bitte nennen Sie den ersten Tag.' })
  startsOn = '';

  @Matches(DAY, { message: 'Bitte nennen Sie den letzten Tag.' })
  endsOn = '';

  @IsString()
  @MinLength(5, { message: 'Bitte nennen Sie die Leitfrage der Runde.' })
  @MaxLength(discourseLimits.question)
  question = '';
}

export class PlanDiscourse extends DiscourseFrame {
  @IsUUID()
  cycleId = '';
}

export class SaveDiscourse extends DiscourseFrame {
  @IsString()
  @MaxLength(discourseLimits.reflection)
  reflection = '';
}

/** Closing takes the reflection, opening again the reason. */
export class MoveDiscourse {
  @IsString()
  @MaxLength(discourseLimits.reason)
  reason = '';

  @IsString()
  @MaxLength(discourseLimits.reflection)
  reflection = '';
}

export const discoursePartKinds = ['findings', 'formats'] as const;
export type DiscoursePartKind = (typeof discoursePartKinds)[number];

/** Several Befunde or several formats at once. */
export class AddToDiscourse {
  @IsIn(discoursePartKinds)
  kind: DiscoursePartKind = 'findings';

  @IsArray()
  @ArrayMinSize(1, { message: 'Bitte wählen Sie mindestens eines aus.' })
  @ArrayMaxSize(discourseLimits.parts, {
    message: `Bitte nehmen Sie höchstens ${discourseLimits.parts} auf einmal auf.`,
  })
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  ids: string[] = [];
}
