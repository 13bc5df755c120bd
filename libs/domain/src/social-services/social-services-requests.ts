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
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
} from 'class-validator';
import { ListQuery, SaveListEntry } from '../lists/list-requests';
import { OneLine, WordsInOneLine } from '../validation/one-line';
import { MailOrNone, PostalCode, WebAddressOrNone } from '../validation/reachable';
import { type Accessibility, accessibilities } from './accessibility';
import { type Language, languages } from './languages';
import { type NumberDanger, numberDangers, type TopicDanger, topicDangers } from './public-search';
import { type ServiceState, serviceStates } from './service-state';
import { serviceLimits } from './social-services-limits';

/** An offer as its form holds it; a draft may lack nearly everything, `missingFacts` says what submitting wants. */
export class SaveSocialService {
  @IsUUID(undefined, { message: 'Bitte wählen Sie die Organisation.' })
  organisationId = '';

  @IsString()
  @MinLength(3, { message: 'Bitte geben Sie dem Angebot einen Namen.' })
  @WordsInOneLine('Bitte geben Sie den Namen in einer Zeile an.')
  @MaxLength(serviceLimits.title)
  title = '';

  @IsOptional()
  @IsUUID()
  categoryId: string | null = null;

  @IsOptional()
  @IsUUID()
  fieldId: string | null = null;

  @IsString()
  @MaxLength(serviceLimits.description, { message: 'Bitte auf höchstens 600 Zeichen kürzen.' })
  description = '';

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(serviceLimits.targetGroups)
  @IsUUID(undefined, { each: true })
  targetGroupIds: string[] = [];

  /** The place is kept apart and shown to nobody but the organisation and the office. */
  @IsBoolean()
  secretPlace = false;

  @IsString()
  @OneLine()
  @MaxLength(serviceLimits.place)
  street = '';

  @PostalCode()
  postalCode = '';

  @IsString()
  @OneLine()
  @MaxLength(serviceLimits.place)
  city = '';

  @IsOptional()
  @IsUUID()
  municipalityId: string | null = null;

  /** From which municipalities people may come; none means from the whole county. */
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(serviceLimits.catchment)
  @IsUUID(undefined, { each: true })
  catchmentIds: string[] = [];

  @IsOptional()
  @IsIn(accessibilities, { message: 'Bitte sagen Sie etwas zur Barrierefreiheit.' })
  accessibility: Accessibility | null = null;

  @IsString()
  @MaxLength(serviceLimits.openingHours)
  openingHours = '';

  @IsString()
  @OneLine()
  @MaxLength(serviceLimits.phone)
  phone = '';

  @MailOrNone(serviceLimits.mail)
  mail = '';

  @WebAddressOrNone(serviceLimits.website)
  website = '';

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(languages.length)
  @IsIn(languages, { each: true, message: 'Bitte wählen Sie Sprachen aus der Liste.' })
  languages: Language[] = [];

  /** Days until the first appointment, as things stand on `waitingOn`. */
  @IsOptional()
  @IsInt({ message: 'Bitte geben Sie ganze Tage an.' })
  @Min(0)
  @Max(1000)
  waitingDays: number | null = null;

  @ValidateIf((it: SaveSocialService) => it.waitingDays !== null)
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Bitte geben Sie an, von wann die Wartezeit ist.' })
  waitingOn: string | null = null;

  /** For the office only. */
  @IsString()
  @MaxLength(serviceLimits.note)
  internalNote = '';
}

export class ConfirmSocialService {
  /** Confirming and publishing in one step. */
  @IsBoolean()
  publish = true;
}

export class ReturnSocialService {
  @IsString()
  @MinLength(5, { message: 'Bitte schreiben Sie, was noch fehlt oder nicht stimmt.' })
  @MaxLength(serviceLimits.reason)
  reason = '';
}

export class SaveServiceCategory extends SaveListEntry {
  /** People who look for this may be watched: public pages offer to be left quickly. */
  @IsBoolean()
  protective = false;
}

/** A topic of the public search: one word or phrase a line, or between commas. */
export class SaveSearchTopic {
  @IsString()
  @MinLength(2, { message: 'Bitte geben Sie den Namen an.' })
  @WordsInOneLine('Bitte geben Sie den Namen in einer Zeile an.')
  @MaxLength(serviceLimits.topicName)
  name = '';

  @IsString()
  @MinLength(2, { message: 'Bitte schreiben Sie, was Menschen dazu sagen.' })
  @MaxLength(serviceLimits.topicWords, { message: 'Bitte kürzen Sie die Wörter auf 2.000 Zeichen.' })
  said = '';

  @IsString()
  @MinLength(2, { message: 'Bitte schreiben Sie, welche Wörter in den Angeboten stehen.' })
  @MaxLength(serviceLimits.topicWords, { message: 'Bitte kürzen Sie die Wörter auf 2.000 Zeichen.' })
  finds = '';

  @IsIn(topicDangers, { message: 'Bitte wählen Sie, ob das Thema auf eine Gefahr hindeutet.' })
  danger: TopicDanger = 'NONE';
}

export class SaveEmergencyNumber {
  @IsString()
  @MinLength(2, { message: 'Bitte geben Sie den Namen an.' })
  @WordsInOneLine('Bitte geben Sie den Namen in einer Zeile an.')
  @MaxLength(serviceLimits.emergencyName)
  name = '';

  @Matches(/^\+?[0-9][0-9 ()/-]{1,38}$/, {
    message: 'Bitte geben Sie eine Telefonnummer an, zum Beispiel 116 016.',
  })
  number = '';

  @IsString()
  @OneLine()
  @MaxLength(serviceLimits.emergencyNote)
  note = '';

  @IsIn(numberDangers, { message: 'Bitte wählen Sie, bei welcher Gefahr die Nummer hilft.' })
  danger: NumberDanger = 'ANY';
}

export class SocialServiceQuery extends ListQuery {
  @IsOptional()
  @IsIn([...serviceStates, 'TO_CONFIRM'])
  state?: ServiceState | 'TO_CONFIRM';

  @IsOptional()
  @IsUUID()
  categoryId?: string;

  @IsOptional()
  @IsUUID()
  fieldId?: string;

  @IsOptional()
  @IsUUID()
  municipalityId?: string;

  @IsOptional()
  @IsUUID()
  organisationId?: string;

  /** Only those of the viewer's own organisations. */
  @IsOptional()
  @IsIn(['1'])
  own?: '1';
}
