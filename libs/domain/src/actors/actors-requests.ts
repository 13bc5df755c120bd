import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ListQuery } from '../lists/list-requests';
import { OneLine, WordsInOneLine } from '../validation/one-line';
import { MailAddress, MailOrNone, PostalCode, WebAddressOrNone } from '../validation/reachable';
import { actorLimits } from './actors-limits';
import { type OrganisationType, organisationTypes } from './organisation-types';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What an organisation changes itself: how it is reached. */
export class SaveOwnContact {
  @MailOrNone(actorLimits.mail)
  functionMailbox = '';

  @IsString()
  @MaxLength(actorLimits.phone)
  phone = '';

  @WebAddressOrNone(actorLimits.website)
  website = '';

  @IsString()
  @MaxLength(actorLimits.name)
  street = '';

  @PostalCode()
  postalCode = '';

  @IsString()
  @MaxLength(actorLimits.name)
  city = '';
}

/** Creating and changing an organisation; a change carries every field. */
export class SaveOrganisation extends SaveOwnContact {
  @IsString()
  @MinLength(2, { message: 'Bitte geben Sie den Namen an.' })
  @WordsInOneLine('Bitte geben Sie den Namen in einer Zeile an.')
  @MaxLength(actorLimits.name)
  name = '';

  @IsString()
  @MaxLength(actorLimits.short)
  shortName = '';

  @IsIn(organisationTypes, { message: 'Bitte wählen Sie die Art der Organisation.' })
  type: OrganisationType = 'FREE_PROVIDER';

  @IsOptional()
  @IsUUID()
  municipalityId: string | null = null;

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(30)
  @IsUUID(undefined, { each: true })
  fieldIds: string[] = [];

  @IsBoolean()
  recognisedYouthWelfare = false;

  @IsBoolean()
  active = true;

  @IsString()
  @MaxLength(actorLimits.note)
  note = '';
}

export class SavePerson {
  @IsIn(['', 'Frau', 'Herr'])
  salutation: '' | 'Frau' | 'Herr' = '';

  @IsString()
  @OneLine()
  @MaxLength(actorLimits.short)
  title = '';

  @IsString()
  @OneLine()
  @MaxLength(actorLimits.name)
  givenName = '';

  @IsString()
  @MinLength(1, { message: 'Bitte geben Sie den Nachnamen an.' })
  @WordsInOneLine('Bitte geben Sie den Nachnamen an.')
  @MaxLength(actorLimits.name)
  familyName = '';

  @MailOrNone(actorLimits.mail)
  mail = '';

  @IsString()
  @MaxLength(actorLimits.phone)
  phone = '';

  @IsBoolean()
  contactPublic = false;

  @IsOptional()
  @Matches(DAY, { message: 'Das ist kein gültiges Datum.' })
  consentGivenOn: string | null = null;

  @IsString()
  @MaxLength(actorLimits.note)
  consentNote = '';

  @IsOptional()
  @Matches(DAY, { message: 'Das ist kein gültiges Datum.' })
  validUntil: string | null = null;

  @IsString()
  @MaxLength(actorLimits.note)
  note = '';
}

/** For whom a person speaks, as what, since when. */
export class SaveRepresentation {
  @IsUUID(undefined, { message: 'Bitte wählen Sie eine Person.' })
  personId = '';

  @IsUUID(undefined, { message: 'Bitte wählen Sie eine Organisation.' })
  organisationId = '';

  @IsString()
  @MaxLength(actorLimits.function)
  function = '';

  @Matches(DAY, { message: 'Das ist kein gültiges Datum.' })
  fromDay = '';
}

export class EndRepresentation {
  @Matches(DAY, { message: 'Das ist kein gültiges Datum.' })
  toDay = '';
}

export class PasteAddresses {
  @IsString()
  @MinLength(3, { message: 'Bitte fügen Sie Ihre Verteilerliste ein.' })
  @MaxLength(actorLimits.paste)
  text = '';
}

export class PastedRow {
  @MailAddress(actorLimits.mail)
  mail = '';

  @IsIn(['', 'Frau', 'Herr'])
  salutation: '' | 'Frau' | 'Herr' = '';

  @IsString()
  @OneLine()
  @MaxLength(actorLimits.short)
  title = '';

  @IsString()
  @OneLine()
  @MaxLength(actorLimits.name)
  givenName = '';

  @IsString()
  @MinLength(1)
  @WordsInOneLine('Bitte geben Sie den Nachnamen an.')
  @MaxLength(actorLimits.name)
  familyName = '';

  /** Take this address for a person that is there already. */
  @IsOptional()
  @IsUUID()
  personId: string | null = null;

  @IsOptional()
  @IsUUID()
  organisationId: string | null = null;

  /** An organisation that is not there yet; rows that name the same one make it once. */
  @ValidateIf((row: PastedRow) => row.organisationName !== '')
  @IsString()
  @MinLength(2, { message: 'Bitte geben Sie den Namen der Organisation an.' })
  @OneLine()
  @MaxLength(actorLimits.name)
  organisationName = '';

  /** The address is the organisation's own and becomes nobody. */
  @IsBoolean()
  ofHouse = false;
}

export class TakeOverAddresses {
  @IsArray()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => PastedRow)
  rows: PastedRow[] = [];
}

/** The other one goes; `take` names the fields whose value comes from it. */
export class MergeActors {
  @IsUUID(undefined, { message: 'Bitte wählen Sie, womit zusammengeführt wird.' })
  otherId = '';

  @IsInt()
  @Min(1)
  otherVersion = 1;

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  take: string[] = [];
}

/** Both were looked at: they are two. */
export class NoteDistinct {
  @IsUUID(undefined, { message: 'Bitte wählen Sie den anderen Eintrag.' })
  otherId = '';
}

export class MergeQuery {
  @IsUUID()
  other = '';
}

export class OrganisationQuery extends ListQuery {
  @IsOptional()
  @IsIn(organisationTypes)
  type?: OrganisationType;

  @IsOptional()
  @IsUUID()
  fieldId?: string;

  @IsOptional()
  @IsUUID()
  municipalityId?: string;

  @IsOptional()
  @IsIn(['active', 'inactive'])
  state?: 'active' | 'inactive';

  @IsOptional()
  @IsIn(['name', 'checked'])
  sort?: 'name' | 'checked';
}

export class PersonQuery extends ListQuery {
  @IsOptional()
  @IsUUID()
  organisationId?: string;

  @IsOptional()
  @IsIn(['valid', 'expired'])
  state?: 'valid' | 'expired';
}

export class SimilarQuery {
  @IsString()
  @MinLength(2)
  @MaxLength(actorLimits.name)
  name = '';

  @IsOptional()
  @IsString()
  @MaxLength(actorLimits.mail)
  mail?: string;

  /** Whom it is to be like: those that somebody found to be another one are left out. */
  @IsOptional()
  @IsUUID()
  of?: string;
}
