import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
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
  ValidateNested,
} from 'class-validator';
import { ListQuery } from '../lists/list-requests';
import { DAY } from '../validation/day';
import { OneLine, WordsInOneLine } from '../validation/one-line';
import { MailOrNone } from '../validation/reachable';
import { type DataRequestState, dataRequestStates } from './data-request-state';
import { dataRequestLimits as limits } from './data-requests-limits';
import {
  type DataProtectionClass,
  dataProtectionClasses,
  type InterfaceDirection,
  interfaceDirections,
  type InterfaceForm,
  interfaceForms,
} from './interface-agreement';
import { type InterfaceRhythm, interfaceRhythms } from './interface-rhythm';

export class ExpectedColumnInput {
  @IsString()
  @MinLength(1, { message: 'Bitte benennen Sie die Spalte.' })
  @WordsInOneLine('Bitte benennen Sie die Spalte in einer Zeile.')
  @MaxLength(limits.columnName)
  name = '';

  @IsString()
  @OneLine()
  @MaxLength(limits.columnMeaning)
  meaning = '';

  @IsString()
  @OneLine()
  @MaxLength(limits.columnExample)
  example = '';
}

/** Who gives planning what, or gets it, in which form and rhythm. */
export class SaveInterface {
  @IsString()
  @MinLength(2, { message: 'Bitte nennen Sie die Stelle.' })
  @WordsInOneLine('Bitte nennen Sie die Stelle in einer Zeile.')
  @MaxLength(limits.partner)
  partner = '';

  /** Where the partner is one of the organisations. */
  @IsOptional()
  @IsUUID()
  organisationId: string | null = null;

  @IsString()
  @MinLength(2, { message: 'Bitte sagen Sie, worum es geht.' })
  @WordsInOneLine('Bitte sagen Sie in einer Zeile, worum es geht.')
  @MaxLength(limits.name)
  name = '';

  @IsIn(interfaceDirections, { message: 'Bitte wählen Sie die Richtung.' })
  direction: InterfaceDirection = 'TO_PLANNING';

  @IsIn(interfaceRhythms, { message: 'Bitte wählen Sie, wie oft.' })
  rhythm: InterfaceRhythm = 'YEARLY';

  @IsIn(interfaceForms, { message: 'Bitte wählen Sie die Form.' })
  form: InterfaceForm = 'XLSX';

  @IsString()
  @MaxLength(limits.basis)
  basis = '';

  @IsIn(dataProtectionClasses, { message: 'Bitte wählen Sie die Schutzklasse.' })
  dataClass: DataProtectionClass = 'AGGREGATED';

  /** The first day this version is agreed for; null where nobody remembers it. */
  @IsOptional()
  @Matches(DAY, { message: 'Bitte nennen Sie den Tag, ab dem die Schnittstelle so gilt.' })
  validFrom: string | null = null;

  /** From the end of a period until the delivery should be there. */
  @IsInt({ message: 'Bitte geben Sie ganze Tage an.' })
  @Min(0, { message: 'Bitte geben Sie 0 bis 366 Tage an.' })
  @Max(limits.daysToDeliver, { message: 'Bitte geben Sie 0 bis 366 Tage an.' })
  daysToDeliver = 30;

  @IsString()
  @OneLine()
  @MaxLength(limits.contact)
  contact = '';

  @MailOrNone(limits.mail)
  mail = '';

  @IsArray()
  @ArrayMaxSize(limits.columns)
  @ValidateNested({ each: true })
  @Type(() => ExpectedColumnInput)
  columns: ExpectedColumnInput[] = [];
}

export class SaveDataRequest {
  @IsUUID(undefined, { message: 'Bitte wählen Sie die Schnittstelle.' })
  agreementId = '';

  @IsString()
  @MinLength(3, { message: 'Bitte sagen Sie, was geliefert werden soll.' })
  @WordsInOneLine('Bitte sagen Sie in einer Zeile, was geliefert werden soll.')
  @MaxLength(limits.what)
  what = '';

  @IsString()
  @OneLine()
  @MaxLength(limits.period)
  period = '';

  @Matches(DAY, { message: 'Bitte nennen Sie den Tag, bis zu dem geliefert werden soll.' })
  dueOn = '';

  @IsString()
  @MaxLength(limits.message)
  message = '';

  /** As typed or pasted, one address a line. */
  @IsString()
  @MaxLength(limits.recipients)
  recipients = '';
}

/** What only the one who makes a move can say; what a move does not need stays as it is here. */
export class MoveDataRequest {
  @IsString()
  @MaxLength(limits.reason)
  reason = '';

  /** A new day for a Nachforderung. */
  @IsOptional()
  @Matches(DAY, { message: 'Bitte nennen Sie den Tag, bis zu dem geliefert werden soll.' })
  dueOn: string | null = null;

  /** How many rows went into the figures; null where nobody counted. */
  @IsOptional()
  @IsInt({ message: 'Bitte geben Sie eine ganze Zahl an.' })
  @Min(0)
  @Max(limits.importedRows)
  importedRows: number | null = null;
}

export class DataRequestQuery extends ListQuery {
  @IsOptional()
  @IsIn(dataRequestStates)
  state?: DataRequestState;

  @IsOptional()
  @IsUUID()
  agreementId?: string;

  /** Only what the partner is late with. */
  @IsOptional()
  @IsIn(['1'])
  overdue?: '1';

  /** Only what has not ended. */
  @IsOptional()
  @IsIn(['1'])
  open?: '1';
}

/** What somebody says who delivers by the link of the mail. */
export class DeliverByLink {
  @IsString()
  @MinLength(2, { message: 'Bitte nennen Sie Ihren Namen, damit wir zurückfragen können.' })
  @WordsInOneLine('Bitte nennen Sie Ihren Namen in einer Zeile.')
  @MaxLength(limits.byName)
  byName = '';

  @IsString()
  @MaxLength(limits.remark)
  remark = '';
}

export class RefuseByLink {
  @IsString()
  @MinLength(2, { message: 'Bitte nennen Sie Ihren Namen, damit wir zurückfragen können.' })
  @WordsInOneLine('Bitte nennen Sie Ihren Namen in einer Zeile.')
  @MaxLength(limits.byName)
  refusedBy = '';

  @IsString()
  @MinLength(3, { message: 'Bitte sagen Sie kurz, warum Sie nicht liefern können.' })
  @MaxLength(limits.reason)
  reason = '';
}

export class DeliveryQuery {
  /** The file's name. */
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  name = '';
}
