import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '../lists/list-requests';
import { type Separator, separators, type TextEncodingName, textEncodings } from './encodings';
import { importLimits } from './imports-limits';
import { type ImportDecision, importDecisions } from './import-state';

/** Beside the file itself, which is the body. */
export class UploadQuery {
  @IsString()
  @MaxLength(40)
  target = '';

  @IsString()
  @MinLength(1)
  @MaxLength(importLimits.fileName)
  name = '';
}

export class ImportTargetQuery {
  @IsString()
  @MaxLength(40)
  target = '';
}

/** The file is read again: another sheet, another encoding, cut at another sign; what is left out stays as it is. */
export class ReadAgain {
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  sheet: string | null = null;

  @IsOptional()
  @IsIn(textEncodings)
  encoding: TextEncodingName | null = null;

  @IsOptional()
  @IsIn(separators)
  separator: Separator | null = null;
}

/** Which column is which field, one entry per column; empty leaves the column out. */
export class AssignColumns {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(importLimits.columns)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  columns: string[] = [];
}

export class EntryDecision {
  @IsUUID()
  id = '';

  @IsIn(['CREATE', 'MERGE', 'SAME', 'SKIP'])
  decision: 'CREATE' | 'MERGE' | 'SAME' | 'SKIP' = 'CREATE';

  /** With which one it is merged, or which earlier entry of the list it is. */
  @IsOptional()
  @IsUUID()
  objectId: string | null = null;
}

export class DecideEntries {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(importLimits.decisions)
  @ValidateNested({ each: true })
  @Type(() => EntryDecision)
  entries: EntryDecision[] = [];
}

export class CorrectedCell {
  @IsInt()
  @Min(0)
  @Max(importLimits.columns - 1)
  column = 0;

  @IsString()
  @MaxLength(importLimits.cellCharacters)
  value = '';
}

/** Cells of one row as they should have been; the list is checked again with them. */
export class CorrectRow {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(importLimits.columns)
  @ValidateNested({ each: true })
  @Type(() => CorrectedCell)
  cells: CorrectedCell[] = [];
}

/** The same for everything still open; MERGE takes the likeliest of each. */
export class DecideOpen {
  @IsIn(['CREATE', 'MERGE', 'SKIP'])
  decision: 'CREATE' | 'MERGE' | 'SKIP' = 'MERGE';
}

export class ImportEntryQuery extends PageQuery {
  @IsOptional()
  @IsIn(importDecisions)
  decision?: ImportDecision;
}
