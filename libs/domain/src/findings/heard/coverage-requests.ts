import { IsIn, IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { DAY, NO_DAY } from '../../validation/day';
import { type CoverageDimension, coverageDimensions } from './coverage';

export class CoverageQuery {
  /** By what it is looked at. */
  @IsOptional()
  @IsIn(coverageDimensions)
  dimension: CoverageDimension = 'MUNICIPALITY';

  /** First day looked at; without it the last twelve months. */
  @IsOptional()
  @Matches(DAY, NO_DAY)
  from?: string;

  /** Last day. */
  @IsOptional()
  @Matches(DAY, NO_DAY)
  until?: string;

  @IsOptional()
  @IsUUID()
  fieldId?: string;
}

/** How many Hinweise are wanted from somebody in a year. */
export class WantVoices {
  @IsIn(coverageDimensions)
  dimension: CoverageDimension = 'MUNICIPALITY';

  @IsUUID()
  id = '';

  @IsInt({ message: 'Bitte geben Sie eine ganze Zahl an.' })
  @Min(0)
  @Max(9999)
  wanted = 1;
}
