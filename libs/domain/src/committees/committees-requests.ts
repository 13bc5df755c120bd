import { IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import { type CommitteeKind, committeeKinds } from './committee-kinds';
import { committeeLimits } from './committees-limits';

export class SaveCommittee {
  @IsString()
  @MinLength(2, { message: 'Bitte geben Sie den Namen an.' })
  @MaxLength(committeeLimits.name)
  name = '';

  @IsIn(committeeKinds, { message: 'Bitte wählen Sie die Art des Gremiums.' })
  kind: CommitteeKind = 'COMMITTEE';

  @IsString()
  @MaxLength(committeeLimits.rhythm)
  rhythm = '';

  @IsString()
  @MaxLength(committeeLimits.note)
  note = '';
}
