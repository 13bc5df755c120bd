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
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { ListQuery } from '../lists/list-requests';
import { type OrganisationType, organisationTypes } from '../actors';
import { DAY, NO_DAY } from '../validation/day';
import { type MembershipRole, membershipRoles, type NetworkKind, networkKinds } from './network-kinds';
import { networkLimits } from './network-limits';
import { type NetworkState, networkStates } from './network-state';

export class NetworkTargetInput {
  @IsIn(organisationTypes, { message: 'Bitte wählen Sie die Art der Organisation.' })
  type: OrganisationType = 'FREE_PROVIDER';

  @IsInt({ message: 'Bitte geben Sie eine ganze Zahl an.' })
  @Min(1, { message: 'Bitte geben Sie mindestens 1 an.' })
  @Max(networkLimits.size)
  size = 1;
}

/** Creating and changing a network; a change carries every field. */
export class SaveNetwork {
  @IsString()
  @MinLength(2, { message: 'Bitte geben Sie den Namen an.' })
  @MaxLength(networkLimits.name)
  name = '';

  @IsString()
  @MaxLength(networkLimits.short)
  shortName = '';

  @IsIn(networkKinds, { message: 'Bitte wählen Sie die Art des Netzwerks.' })
  kind: NetworkKind = 'NETWORK';

  @IsString()
  @MaxLength(networkLimits.purpose)
  purpose = '';

  @IsString()
  @MaxLength(networkLimits.legalBasis)
  legalBasis = '';

  @IsOptional()
  @IsUUID()
  reportsToCommitteeId: string | null = null;

  @IsOptional()
  @IsInt({ message: 'Bitte geben Sie eine ganze Zahl von Monaten an.' })
  @Min(1, { message: 'Der Abstand beträgt mindestens einen Monat.' })
  @Max(networkLimits.interval, { message: 'Der Abstand beträgt höchstens 24 Monate.' })
  meetingIntervalMonths: number | null = null;

  @IsString()
  @MaxLength(networkLimits.habit)
  meetingHabit = '';

  @IsOptional()
  @Matches(DAY, NO_DAY)
  cooperationAgreementOn: string | null = null;

  @IsOptional()
  @IsInt({ message: 'Bitte geben Sie eine ganze Zahl an.' })
  @Min(1, { message: 'Bitte geben Sie mindestens 1 an.' })
  @Max(networkLimits.size, { message: 'Bitte geben Sie höchstens 1000 an.' })
  targetSize: number | null = null;

  /** How many of which kind; each kind once. */
  @IsArray()
  @ArrayUnique((target: NetworkTargetInput) => target.type, { message: 'Jede Art nur einmal.' })
  @ArrayMaxSize(organisationTypes.length)
  @ValidateNested({ each: true })
  @Type(() => NetworkTargetInput)
  targetTypes: NetworkTargetInput[] = [];

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(30)
  @IsUUID(undefined, { each: true })
  fieldIds: string[] = [];

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(30)
  @IsUUID(undefined, { each: true })
  planningAreaIds: string[] = [];
}

/** A seat: of an organisation, filled by a person; without a person it is vacant. */
export class SaveMembership {
  @IsOptional()
  @IsUUID()
  organisationId: string | null = null;

  @IsOptional()
  @IsUUID()
  personId: string | null = null;

  @IsOptional()
  @IsUUID()
  deputyPersonId: string | null = null;

  @IsIn(membershipRoles, { message: 'Bitte wählen Sie die Aufgabe im Netzwerk.' })
  role: MembershipRole = 'MEMBER';

  @Matches(DAY, NO_DAY)
  fromDay = '';
}

export class EndMembership {
  /** The last day. */
  @Matches(DAY, NO_DAY)
  toDay = '';

  /** The organisation keeps its seat: a vacancy begins on the day after. */
  @IsBoolean()
  keepSeat = false;
}

/** A successor takes the seat over with its role and organisation; a vacancy is filled in the same way. */
export class HandOverMembership {
  @IsUUID(undefined, { message: 'Bitte wählen Sie die Person, die übernimmt.' })
  personId = '';

  @IsOptional()
  @IsUUID()
  deputyPersonId: string | null = null;

  /** The successor's first day. */
  @Matches(DAY, NO_DAY)
  fromDay = '';

  /** Open tasks of the predecessor in this network go over as well. */
  @IsBoolean()
  takeTasks = true;
}

export class SeatQuery {
  @IsOptional()
  @IsUUID()
  organisationId?: string;

  @IsOptional()
  @IsUUID()
  personId?: string;
}

export class NetworkQuery extends ListQuery {
  @IsOptional()
  @IsIn(networkKinds)
  kind?: NetworkKind;

  @IsOptional()
  @IsIn(networkStates)
  state?: NetworkState;

  @IsOptional()
  @IsUUID()
  fieldId?: string;

  /** Those the viewer sits in or coordinates. */
  @IsOptional()
  @IsIn(['mine'])
  of?: 'mine';
}
