import { IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { findingLimits } from './findings-limits';

/** Bestand, Bedarf and Lücke of a Handlungsfeld, in one Planungsraum or the whole county (§ 20(2) FamBeFöG LSA). */
export class SaveNeedStatement {
  @IsOptional()
  @IsUUID()
  planningAreaId: string | null = null;

  @IsString()
  @MaxLength(findingLimits.description)
  stock = '';

  @IsString()
  @MaxLength(findingLimits.description)
  need = '';

  @IsString()
  @MaxLength(findingLimits.description)
  gap = '';

  @IsString()
  @Matches(/\S/, { message: 'Bitte geben Sie die Quelle an.' })
  @MaxLength(findingLimits.note)
  source = '';

  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Bitte geben Sie den Stand als Datum an.' })
  asOf = '';
}

export class CreateNeedStatement extends SaveNeedStatement {
  @IsUUID(undefined, { message: 'Bitte wählen Sie ein Handlungsfeld.' })
  fieldId = '';
}

export class NeedStatementQuery {
  @IsUUID()
  fieldId = '';
}
