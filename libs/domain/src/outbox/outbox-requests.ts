import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { ListQuery } from '../lists/list-requests';
import { type MailState, mailStates } from './mail-state';

export class OutboxQuery extends ListQuery {
  @IsOptional()
  @IsIn(mailStates)
  state?: MailState;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  objectKind?: string;

  @IsOptional()
  @IsUUID()
  objectId?: string;
}
