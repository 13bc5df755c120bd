import { IsOptional, IsString, Matches } from 'class-validator';

/** Up to three areas with their keys, separated by commas; the first is the one the series is about. */
export class CourseQuery {
  @IsOptional()
  @IsString()
  @Matches(/^[0-9A-Za-z_.-]{1,40}(,[0-9A-Za-z_.-]{1,40}){0,2}$/, {
    message: 'Bitte wählen Sie höchstens drei Gebiete.',
  })
  areas?: string;
}

/** The last day of the period; the newest period unless one is named. */
export class MunicipalitiesQuery {
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Das ist kein gültiges Datum.' })
  period?: string;
}
