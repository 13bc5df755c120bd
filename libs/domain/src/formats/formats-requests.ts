import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
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
import { ListQuery } from '../lists/list-requests';
import { OneLine, WordsInOneLine } from '../validation/one-line';
import { type FormatMeetingType, formatMeetingTypes } from './format-meeting-types';
import { type FormatState, formatStates } from './format-state';
import { formatLimits } from './formats-limits';

export class FormatPhaseInput {
  @IsString()
  @MinLength(1, { message: 'Bitte geben Sie einen Namen an.' })
  @MaxLength(formatLimits.title)
  title = '';

  @IsOptional()
  @IsInt({ message: 'Bitte geben Sie die Dauer in Minuten an.' })
  @Min(1)
  @Max(formatLimits.minutes)
  minutes: number | null = null;

  @IsString()
  @MaxLength(formatLimits.text)
  note = '';
}

export class FormatAgendaInput {
  @IsString()
  @MinLength(1, { message: 'Bitte geben Sie einen Namen an.' })
  @MaxLength(formatLimits.title)
  title = '';

  @IsOptional()
  @IsInt({ message: 'Bitte geben Sie die Dauer in Minuten an.' })
  @Min(1)
  @Max(formatLimits.minutes)
  minutes: number | null = null;
}

export class FormatMaterialInput {
  @IsString()
  @MinLength(1, { message: 'Bitte geben Sie einen Namen an.' })
  @MaxLength(formatLimits.title)
  title = '';

  @IsBoolean()
  ready = false;
}

export class FormatResultInput {
  @IsString()
  @MinLength(1, { message: 'Bitte benennen Sie das Ergebnis.' })
  @MaxLength(formatLimits.title)
  title = '';

  @IsString()
  @MaxLength(formatLimits.text)
  text = '';
}

/** Everything that starts from the type and may be changed. */
export class SaveFormat {
  @IsString()
  @MinLength(3, { message: 'Bitte geben Sie dem Format einen Titel.' })
  @MaxLength(formatLimits.title)
  title = '';

  @IsString()
  @MaxLength(formatLimits.text)
  purpose = '';

  @IsOptional()
  @IsUUID()
  networkId: string | null = null;

  @IsOptional()
  @IsUUID()
  planningAreaId: string | null = null;

  @IsOptional()
  @IsUUID()
  municipalityId: string | null = null;

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(30)
  @IsUUID(undefined, { each: true })
  fieldIds: string[] = [];

  @IsString()
  @MaxLength(formatLimits.text)
  targetGroups = '';

  @IsOptional()
  @IsInt({ message: 'Bitte geben Sie die Zahl der Plätze an.' })
  @Min(1)
  @Max(formatLimits.capacity)
  capacity: number | null = null;

  @IsString()
  @MaxLength(formatLimits.text)
  accessibilityNeeds = '';

  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => FormatPhaseInput)
  phases: FormatPhaseInput[] = [];

  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => FormatMaterialInput)
  material: FormatMaterialInput[] = [];

  @IsArray()
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => FormatAgendaInput)
  agenda: FormatAgendaInput[] = [];

  @IsString()
  @MaxLength(formatLimits.invitation)
  invitationText = '';

  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => FormatResultInput)
  results: FormatResultInput[] = [];
}

export class BeginFormat {
  @IsUUID(undefined, { message: 'Bitte wählen Sie, was für ein Format es wird.' })
  typeId = '';

  @IsString()
  @MinLength(3, { message: 'Bitte geben Sie dem Format einen Titel.' })
  @MaxLength(formatLimits.title)
  title = '';

  @IsOptional()
  @IsUUID()
  networkId: string | null = null;
}

/** The library grows by a name; everything else is written on the page of the type. */
export class AddFormatType {
  @IsString()
  @MinLength(3, { message: 'Bitte geben Sie den Namen an.' })
  @WordsInOneLine('Bitte geben Sie den Namen in einer Zeile an.')
  @MaxLength(formatLimits.title)
  name = '';
}

/** What every format of this type begins with; formats begun before keep theirs. */
export class SaveFormatType extends AddFormatType {
  @IsString()
  @MaxLength(formatLimits.text)
  description = '';

  @IsString()
  @OneLine()
  @MaxLength(formatLimits.title)
  groupSize = '';

  /** Type of the meetings held in it; a committee meets by itself, not in a format. */
  @IsIn(formatMeetingTypes, { message: 'Bitte wählen Sie die Art der Termine.' })
  meetingType: FormatMeetingType = 'WORKSHOP';

  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => FormatPhaseInput)
  phases: FormatPhaseInput[] = [];

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(60)
  @IsString({ each: true })
  @MinLength(1, { each: true, message: 'Bitte geben Sie einen Namen an.' })
  @MaxLength(formatLimits.title, { each: true })
  material: string[] = [];

  @IsArray()
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => FormatAgendaInput)
  agenda: FormatAgendaInput[] = [];

  @IsString()
  @MaxLength(formatLimits.invitation)
  invitationText = '';

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(60)
  @IsString({ each: true })
  @MinLength(1, { each: true, message: 'Bitte geben Sie einen Namen an.' })
  @MaxLength(formatLimits.title, { each: true })
  resultsToCapture: string[] = [];
}

export class FormatQuery extends ListQuery {
  @IsOptional()
  @IsIn(formatStates)
  state?: FormatState;

  @IsOptional()
  @IsUUID()
  typeId?: string;

  @IsOptional()
  @IsUUID()
  networkId?: string;

  @IsOptional()
  @IsUUID()
  fieldId?: string;
}
