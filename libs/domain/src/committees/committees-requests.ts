import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
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

  /** Ladungsfrist in whole days between invitation and session; empty where none is kept. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(committeeLimits.invitationDays)
  invitationDays: number | null = 7;

  /** Its sessions are announced locally (ortsübliche Bekanntmachung). */
  @IsBoolean()
  localNotice = true;

  /** From how many voters on it can decide; empty is more than half of them. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(committeeLimits.quorum)
  quorum: number | null = null;
}
