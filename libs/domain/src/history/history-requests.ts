import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { PageQuery } from '../lists/list-requests';
import { type HistoryKind, historyKinds } from './index';

export class HistoryQuery extends PageQuery {
  @IsIn(['organisation', 'person'])
  of: 'organisation' | 'person' = 'organisation';

  @IsUUID()
  id = '';

  @IsOptional()
  @IsIn(historyKinds)
  kind?: HistoryKind;
}
