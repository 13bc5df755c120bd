import {
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { ListQuery } from '../lists/list-requests';
import { WordsInOneLine } from '../validation/one-line';
import {
  type AreaLevel,
  areaLevels,
  type DisclosureRule,
  disclosureRules,
  type IndicatorKind,
  indicatorKinds,
  type IndicatorUnit,
  indicatorUnits,
  type PeriodKind,
  periodKinds,
  rateKinds,
} from './catalogue/indicator-words';
import type { Direction, RateKind } from './formulas';
import { directions } from './formulas';
import { indicatorLimits } from './indicators-limits';
import { type PopulationBase, populationBases } from './value-flags';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const NO_DAY = { message: 'Das ist kein gültiges Datum.' };

/** What an indicator is from now on; values stay with the version they were recorded for. */
export class SaveIndicatorVersion {
  @IsString()
  @MinLength(2, { message: 'Bitte geben Sie den Namen an.' })
  @WordsInOneLine('Bitte geben Sie den Namen in einer Zeile an.')
  @MaxLength(indicatorLimits.name)
  name = '';

  @IsString()
  @MaxLength(indicatorLimits.definition, { message: 'Die Definition ist zu lang.' })
  definition = '';

  @IsString()
  @MaxLength(indicatorLimits.part)
  numerator = '';

  @IsString()
  @MaxLength(indicatorLimits.part)
  denominator = '';

  @IsIn(indicatorUnits, { message: 'Bitte wählen Sie die Einheit.' })
  unit: IndicatorUnit = 'PERCENT';

  @IsIn(indicatorKinds, { message: 'Bitte wählen Sie, was für eine Zahl es ist.' })
  kind: IndicatorKind = 'RATE';

  @IsIn(rateKinds)
  rateKind: RateKind = 'PLAIN';

  @IsArray()
  @ArrayNotEmpty({ message: 'Bitte wählen Sie, für welche Gebiete es Werte gibt.' })
  @ArrayUnique()
  @IsIn(areaLevels, { each: true })
  levels: AreaLevel[] = ['COUNTY'];

  @IsIn(periodKinds, { message: 'Bitte wählen Sie, welche Zeit ein Wert beschreibt.' })
  periodKind: PeriodKind = 'YEAR';

  @IsString()
  @MaxLength(indicatorLimits.note)
  periodNote = '';

  @IsOptional()
  @IsUUID(undefined, { message: 'Bitte wählen Sie eine Quelle.' })
  sourceId: string | null = null;

  @IsString()
  @MaxLength(indicatorLimits.table)
  tableCode = '';

  @IsIn(directions)
  direction: Direction = 'CONTEXT';

  @IsIn(disclosureRules)
  disclosureRule: DisclosureRule = 'R1';

  /** Everybody who reads indicators sees it; until then planners alone. */
  @IsBoolean()
  published = true;

  /** Why it is told differently from now on. */
  @IsString()
  @MaxLength(indicatorLimits.reason)
  reason = '';
}

export class CreateIndicator extends SaveIndicatorVersion {
  @IsString()
  @Matches(/^[A-Z]{2,4}-\d{2,3}$/, {
    message: 'Bitte geben Sie ein Kürzel wie „DEM-15“ an: Buchstaben, Strich, Nummer.',
  })
  @MaxLength(indicatorLimits.code)
  code = '';

  @IsOptional()
  @IsUUID()
  fieldId: string | null = null;

  @IsBoolean()
  infrastructure = false;
}

/** Where an indicator belongs, whatever its definition. */
export class FileIndicator {
  @IsOptional()
  @IsUUID()
  fieldId: string | null = null;

  /** Tells of help and the ways to it: scope b keeps it. */
  @IsBoolean()
  infrastructure = false;

  @IsBoolean()
  active = true;
}

export class IndicatorQuery extends ListQuery {
  @IsOptional()
  @IsUUID()
  fieldId?: string;

  @IsOptional()
  @IsUUID()
  sourceId?: string;

  @IsOptional()
  @IsIn(areaLevels)
  level?: AreaLevel;

  @IsOptional()
  @IsIn(indicatorKinds)
  kind?: IndicatorKind;

  /** Only those with values, or only those without. */
  @IsOptional()
  @IsIn(['yes', 'no'])
  values?: 'yes' | 'no';

  /** With scope b: only those that are required, or only those that are optional. */
  @IsOptional()
  @IsIn(['required', 'optional'])
  need?: 'required' | 'optional';
}

/** The area whose series is shown: the county unless another is named. */
export class IndicatorValuesQuery {
  @IsOptional()
  @IsString()
  @Matches(/^[0-9A-Za-z_.-]{1,40}$/)
  area?: string;
}

export class SaveDataSource {
  @IsString()
  @Matches(/^[A-Z0-9_]{2,40}$/, { message: 'Bitte geben Sie ein Kürzel aus Großbuchstaben an, etwa „KITA“.' })
  code = '';

  @IsString()
  @MinLength(2, { message: 'Bitte geben Sie den Namen an.' })
  @WordsInOneLine('Bitte geben Sie den Namen in einer Zeile an.')
  @MaxLength(indicatorLimits.name)
  name = '';

  @IsString()
  @MaxLength(indicatorLimits.part)
  publisher = '';

  /** Where the publisher stands among the actors. */
  @IsOptional()
  @IsUUID()
  organisationId: string | null = null;

  @IsString()
  @MaxLength(indicatorLimits.table)
  statistic = '';

  @IsOptional()
  @IsInt({ message: 'Bitte geben Sie den Abstand in ganzen Monaten an.' })
  @Min(1)
  @Max(240)
  rhythmMonths: number | null = null;

  @IsInt({ message: 'Bitte geben Sie die Verzögerung in ganzen Monaten an.' })
  @Min(0)
  @Max(120)
  lagMonths = 0;

  @IsOptional()
  @Matches(DAY, NO_DAY)
  nextReleaseOn: string | null = null;

  @IsString()
  @MaxLength(indicatorLimits.licence)
  licence = '';

  @IsString()
  @MaxLength(indicatorLimits.part)
  attribution = '';

  @IsOptional()
  @IsIn(populationBases)
  populationBase: PopulationBase | null = null;

  @IsString()
  @MaxLength(indicatorLimits.reason)
  note = '';

  @IsBoolean()
  active = true;
}

export class SaveDataConcept {
  @IsString()
  @MinLength(2, { message: 'Bitte geben Sie den Titel an.' })
  @WordsInOneLine('Bitte geben Sie den Titel in einer Zeile an.')
  @MaxLength(indicatorLimits.name)
  title = '';

  /** What is observed. */
  @IsString()
  @MaxLength(indicatorLimits.conceptText)
  observed = '';

  /** Why. */
  @IsString()
  @MaxLength(indicatorLimits.conceptText)
  purpose = '';

  /** From where. */
  @IsString()
  @MaxLength(indicatorLimits.conceptText)
  origin = '';

  /** How often. */
  @IsString()
  @MaxLength(indicatorLimits.conceptText)
  rhythm = '';

  @IsOptional()
  @Matches(DAY, NO_DAY)
  validFrom: string | null = null;
}
