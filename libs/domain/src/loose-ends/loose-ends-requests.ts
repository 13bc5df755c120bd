import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { ListQuery } from '../lists/list-requests';
import { type LooseEndKind, looseEndKinds } from './loose-ends';

export class LooseEndQuery extends ListQuery {
  @IsOptional()
  @IsIn(looseEndKinds)
  kind?: LooseEndKind;

  @IsOptional()
  @IsUUID()
  fieldId?: string;
}
