import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { type HistoryKind, historyKinds } from './index';

export class HistoryQuery {
  @IsIn(['organisation', 'person'])
  of: 'organisation' | 'person' = 'organisation';

  @IsUUID()
  id = '';

  @IsOptional()
  @IsIn(historyKinds)
  kind?: HistoryKind;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  after?: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}
