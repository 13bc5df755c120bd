import { IsOptional, IsString, IsUUID, Matches, MaxLength, MinLength } from 'class-validator';
import { territoryLimits } from './territory-limits';

export class SavePlanningArea {
  @IsString()
  @MinLength(2, { message: 'Bitte geben Sie den Namen an.' })
  @MaxLength(territoryLimits.name)
  name = '';
}

export class SaveMunicipality {
  @Matches(/^\d{8}$/, { message: 'Der Gemeindeschlüssel hat acht Ziffern.' })
  ags = '';

  @IsString()
  @MinLength(2, { message: 'Bitte geben Sie den Namen an.' })
  @MaxLength(territoryLimits.name)
  name = '';

  @IsOptional()
  @IsUUID()
  planningAreaId: string | null = null;
}
