import { IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { ListQuery } from '../lists/list-requests';
import { WordsInOneLine } from '../validation/one-line';
import { attachmentLimits } from './attachments-limits';
import { type AttachmentVisibility, attachmentVisibilities } from './visibility';

/** Beside the file itself, which is the body. */
export class AttachmentUpload {
  @IsString()
  @MaxLength(40)
  objectKind = '';

  @IsUUID()
  objectId = '';

  @IsString()
  @MinLength(1)
  @MaxLength(attachmentLimits.fileName)
  name = '';

  @IsIn(attachmentVisibilities)
  visibility: AttachmentVisibility = 'INTERNAL';

  @IsOptional()
  @IsUUID()
  partId?: string;
}

/** Beside the newer file, which is the body. */
export class AttachmentVersionUpload {
  @IsString()
  @MinLength(1)
  @MaxLength(attachmentLimits.fileName)
  name = '';

  @IsOptional()
  @IsString()
  @MaxLength(attachmentLimits.note)
  note?: string;
}

export class SaveAttachment {
  @IsString()
  @MinLength(1, { message: 'Bitte geben Sie den Namen an.' })
  @WordsInOneLine('Bitte geben Sie den Namen in einer Zeile an.')
  @MaxLength(attachmentLimits.title)
  title = '';

  @IsIn(attachmentVisibilities, { message: 'Bitte wählen Sie, wer die Unterlage sieht.' })
  visibility: AttachmentVisibility = 'INTERNAL';

  @IsOptional()
  @IsUUID()
  partId: string | null = null;
}

export class AttachmentQuery extends ListQuery {
  /** The kind of what it hangs on. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  kind?: string;

  @IsOptional()
  @IsIn(attachmentVisibilities)
  visibility?: AttachmentVisibility;
}
