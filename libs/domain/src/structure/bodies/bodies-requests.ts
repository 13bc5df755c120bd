import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { ListQuery, PageQuery } from '../../lists/list-requests';
import { LOAD_HOURS, LOAD_HOURS_MOST } from './load';

export class StructureSeatQuery extends ListQuery {
  @IsOptional()
  @IsIn(['COMMITTEE', 'NETWORK'])
  kind?: 'COMMITTEE' | 'NETWORK';

  @IsOptional()
  @IsIn(['1'])
  vacant?: '1';
}

export class LoadQuery extends PageQuery {
  @IsOptional()
  @IsIn(['person', 'organisation'])
  by: 'person' | 'organisation' = 'person';

  /** Only those from this many hours a year on. */
  @IsOptional()
  @IsIn(['1'])
  heavy?: '1';

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LOAD_HOURS_MOST)
  hours: number = LOAD_HOURS;
}
