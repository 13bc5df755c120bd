import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { ListQuery, PageQuery } from '../lists/list-requests';
import { WordsInOneLine } from '../validation/one-line';
import { messageLimits } from './messages-limits';
import {
  type FileWay,
  fileWays,
  type MessageKind,
  messageKinds,
  type RecipientPart,
  recipientParts,
  type TargetKind,
  targetKinds,
} from './messages-words';

/** A network, a person, a kind of organisation … : `id` is the name of the type for the latter. */
export class MessageTarget {
  @IsIn(targetKinds)
  kind: TargetKind = 'NETWORK';

  @IsString()
  @MaxLength(60)
  id = '';
}

/** For whom a Nachricht is. */
export class ChooseRecipients {
  @IsIn(messageKinds, { message: 'Bitte wählen Sie, worum es geht.' })
  kind: MessageKind = 'INFORMATION';

  @IsArray()
  @ArrayMaxSize(messageLimits.targets, { message: 'So viele Gruppen und Personen lassen sich nicht wählen.' })
  @ValidateNested({ each: true })
  @Type(() => MessageTarget)
  targets: MessageTarget[] = [];

  /** Addresses that do not get it although they were chosen. */
  @IsArray()
  @ArrayMaxSize(messageLimits.picked)
  @IsString({ each: true })
  @MaxLength(254, { each: true })
  leftOut: string[] = [];

  /** Addresses that get it although the last mail came back. */
  @IsArray()
  @ArrayMaxSize(messageLimits.picked)
  @IsString({ each: true })
  @MaxLength(254, { each: true })
  anyway: string[] = [];
}

/** A draft: everything may still be empty. */
export class SaveMessage extends ChooseRecipients {
  @IsString()
  @WordsInOneLine('Bitte schreiben Sie den Betreff in einer Zeile.')
  @MaxLength(messageLimits.subject)
  subject = '';

  @IsString()
  @MaxLength(messageLimits.text)
  text = '';

  @IsIn(fileWays)
  filesAs: FileWay = 'ATTACHED';
}

/** What a list of them shows. */
export const messageParts = ['DRAFT', 'SENT'] as const;

export class MessageQuery extends ListQuery {
  @IsOptional()
  @IsUUID()
  networkId?: string;

  @IsOptional()
  @IsIn(messageParts)
  state?: (typeof messageParts)[number];
}

export class MessageRecipientQuery extends PageQuery {
  @IsOptional()
  @IsString()
  @MaxLength(200)
  search?: string;

  @IsOptional()
  @IsIn(recipientParts)
  part?: RecipientPart;
}
