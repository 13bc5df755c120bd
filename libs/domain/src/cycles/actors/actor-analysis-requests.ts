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
  MaxLength,
  MinLength,
} from 'class-validator';
import { OneLine, WordsInOneLine } from '../../validation/one-line';
import { type ActorLevel, actorLevels, type ActorPart, actorParts } from './actor-analysis';
import { actorAnalysisLimits as limits } from './actor-analysis-limits';

/** An organisation of the register, or a name: one of both is given. */
export class SaveActorEntry {
  @IsOptional()
  @IsUUID()
  organisationId: string | null = null;

  @IsString()
  @OneLine()
  @MaxLength(limits.name)
  name = '';

  @IsOptional()
  @IsIn(actorLevels)
  influence: ActorLevel | null = null;

  @IsOptional()
  @IsIn(actorLevels)
  affectedness: ActorLevel | null = null;

  @IsOptional()
  @IsIn(actorParts)
  part: ActorPart | null = null;

  @IsOptional()
  @IsUUID()
  fieldId: string | null = null;

  @IsOptional()
  @IsUUID()
  targetGroupId: string | null = null;

  @IsOptional()
  @IsUUID()
  municipalityId: string | null = null;

  @IsString()
  @MaxLength(limits.note)
  note = '';
}

/** Several organisations at once, to be judged afterwards. */
export class AddOrganisations {
  @IsArray()
  @ArrayNotEmpty({ message: 'Bitte wählen Sie mindestens eine Organisation.' })
  @ArrayMaxSize(limits.atOnce, { message: `Bitte nehmen Sie höchstens ${limits.atOnce} auf einmal auf.` })
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  organisationIds: string[] = [];
}

export class SaveTypedGap {
  @IsString()
  @MinLength(2, { message: 'Bitte sagen Sie, was fehlt.' })
  @WordsInOneLine('Bitte sagen Sie in einer Zeile, was fehlt.')
  @MaxLength(limits.gap)
  gap = '';

  @IsString()
  @MaxLength(limits.remedy)
  remedy = '';

  @IsBoolean()
  settled = false;
}
