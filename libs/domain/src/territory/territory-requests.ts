import {
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { OneLine, WordsInOneLine } from '../validation/one-line';
import { PostalCode } from '../validation/reachable';
import { type PlaceFacet, placeFacets } from './place-facets';
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

/** A house where meetings take place, with what invitations say about getting in. */
export class SavePlace {
  @IsString()
  @MinLength(2, { message: 'Bitte geben Sie den Namen an.' })
  @WordsInOneLine('Bitte geben Sie den Namen in einer Zeile an.')
  @MaxLength(territoryLimits.name)
  name = '';

  @IsString()
  @OneLine()
  @MaxLength(territoryLimits.street)
  street = '';

  @PostalCode()
  postalCode = '';

  @IsString()
  @OneLine()
  @MaxLength(territoryLimits.name)
  city = '';

  @IsOptional()
  @IsUUID()
  municipalityId: string | null = null;

  @IsString()
  @OneLine()
  @MaxLength(territoryLimits.placeNote)
  note = '';

  @IsArray()
  @ArrayUnique()
  @IsIn(placeFacets, { each: true })
  facets: PlaceFacet[] = [];

  @IsString()
  @OneLine()
  @MaxLength(territoryLimits.accessNote)
  accessNote = '';

  @IsOptional()
  @IsInt({ message: 'Bitte geben Sie eine ganze Zahl an.' })
  @Min(1, { message: 'Mindestens ein Platz.' })
  @Max(territoryLimits.places)
  capacity: number | null = null;

  @IsString()
  @MaxLength(territoryLimits.contact)
  contact = '';
}
