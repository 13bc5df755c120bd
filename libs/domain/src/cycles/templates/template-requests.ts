import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { OneLine, WordsInOneLine } from '../../validation/one-line';
import { templateLimits } from './template-limits';
import { type StepRole, stepRoles } from './template-roles';

const MONTH = 'Bitte nennen Sie den Monat, bis zu dessen Ende der Schritt fertig ist.';

export class TemplateStepInput {
  @IsUUID()
  key = '';

  @IsString()
  @MinLength(2, { message: 'Bitte geben Sie dem Schritt einen Titel.' })
  @WordsInOneLine('Bitte geben Sie den Titel in einer Zeile an.')
  @MaxLength(templateLimits.title)
  title = '';

  @IsString()
  @MaxLength(templateLimits.words)
  summary = '';

  @IsIn(stepRoles, { message: 'Bitte wählen Sie, wer den Schritt führt.' })
  leadRole: StepRole = 'planner';

  @IsString()
  @OneLine()
  @MaxLength(templateLimits.title)
  lead = '';

  @IsArray()
  @ArrayUnique()
  @IsIn(stepRoles, { each: true })
  involvedRoles: StepRole[] = [];

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(templateLimits.actors)
  @IsString({ each: true })
  @OneLine({ each: true })
  @MaxLength(templateLimits.actor, { each: true })
  internalActors: string[] = [];

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(templateLimits.actors)
  @IsString({ each: true })
  @OneLine({ each: true })
  @MaxLength(templateLimits.actor, { each: true })
  externalActors: string[] = [];

  @IsString()
  @MaxLength(templateLimits.words)
  task = '';

  @IsInt({ message: MONTH })
  @Min(1, { message: MONTH })
  @Max(templateLimits.months, { message: MONTH })
  dueMonth = 1;

  @IsString()
  @MaxLength(templateLimits.words)
  input = '';

  @IsString()
  @MaxLength(templateLimits.words)
  result = '';

  @IsString()
  @MaxLength(templateLimits.words)
  doneWhen = '';

  /** Versions of Methodenblätter. */
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(templateLimits.methods)
  @IsUUID(undefined, { each: true })
  methodIds: string[] = [];
}

export class TemplatePhaseInput {
  @IsUUID()
  key = '';

  @IsString()
  @MinLength(2, { message: 'Bitte benennen Sie die Phase.' })
  @WordsInOneLine('Bitte benennen Sie die Phase in einer Zeile.')
  @MaxLength(templateLimits.title)
  name = '';

  @IsString()
  @MaxLength(templateLimits.words)
  summary = '';

  @IsArray()
  @ArrayMaxSize(templateLimits.steps)
  @ValidateNested({ each: true })
  @Type(() => TemplateStepInput)
  steps: TemplateStepInput[] = [];
}

/** A draft as a whole, in its order: one save per change, so that undo is saving what stood there before. */
export class SaveTemplate {
  @IsString()
  @MaxLength(templateLimits.note)
  changeNote = '';

  @IsInt({ message: 'Bitte nennen Sie die Länge in Monaten.' })
  @Min(12, { message: 'Ein Bauplan umfasst mindestens zwölf Monate.' })
  @Max(templateLimits.months)
  months = 60;

  @IsArray()
  @ArrayMaxSize(templateLimits.phases)
  @ValidateNested({ each: true })
  @Type(() => TemplatePhaseInput)
  phases: TemplatePhaseInput[] = [];
}

/** A new version begins as the copy of an earlier one. */
export class BeginTemplate {
  @IsUUID(undefined, { message: 'Bitte wählen Sie die Fassung, von der Sie ausgehen.' })
  basedOnId = '';
}

export class SaveMethodNote {
  @IsString()
  @MinLength(3, { message: 'Bitte geben Sie dem Methodenblatt einen Titel.' })
  @WordsInOneLine('Bitte geben Sie den Titel in einer Zeile an.')
  @MaxLength(templateLimits.methodTitle)
  title = '';

  @IsString()
  @MaxLength(templateLimits.methodText)
  text = '';
}
