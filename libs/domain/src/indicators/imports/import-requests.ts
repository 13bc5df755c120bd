import { IsBooleanString, IsIn, IsObject, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { importLimits } from '../../imports/imports-limits';
import { PageQuery } from '../../lists/list-requests';
import { type FigureChange, figureChanges } from './import-state';

/** Beside the file itself, which is the body. */
export class FigureUploadQuery {
  @IsString()
  @MinLength(1)
  @MaxLength(importLimits.fileName)
  name = '';

  /** Read it although the very same file was taken over before: what it needs may have come in since. */
  @IsOptional()
  @IsBooleanString()
  again?: string;
}

export class FigureValueQuery extends PageQuery {
  @IsOptional()
  @IsIn(figureChanges)
  change?: FigureChange;
}

export class AnswerFigureImport {
  /** By the code of the notice: "yes" where it is ticked, the answer where something is asked. */
  @IsObject()
  answers: Record<string, string> = {};
}

export class MapFigureImport {
  /** As `TableMapping`; a value's measure is `mappedMeasure`. Read as a whole by `tableMapping`. */
  @IsObject()
  mapping: Record<string, unknown> = {};
}
