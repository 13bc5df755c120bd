import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { ListQuery } from '../lists/list-requests';
import { type MailState, mailStates } from './mail-state';

/** A dispatch is found by any of its mails. */
export class OutboxDispatchesQuery extends ListQuery {
  @IsOptional()
  @IsIn(mailStates)
  state?: MailState;
}

export class OutboxQuery extends OutboxDispatchesQuery {
  /** The mails of one dispatch. */
  @IsOptional()
  @IsUUID()
  batchId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  objectKind?: string;

  @IsOptional()
  @IsUUID()
  objectId?: string;
}
