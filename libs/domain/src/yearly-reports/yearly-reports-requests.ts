import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { FIRST_REPORT_YEAR, LAST_REPORT_YEAR } from './yearly-reports-views';

const NO_YEAR = { message: 'Bitte geben Sie ein Jahr mit vier Ziffern an.' };

/** Which year the report tells of; without one it is the running year. */
export class YearlyReportQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt(NO_YEAR)
  @Min(FIRST_REPORT_YEAR, NO_YEAR)
  @Max(LAST_REPORT_YEAR, NO_YEAR)
  year?: number;
}
