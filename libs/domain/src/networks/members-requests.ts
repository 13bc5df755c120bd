import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { actorLimits, type OrganisationType, organisationTypes } from '../actors';
import { OneLine } from '../validation/one-line';
import { MailOrNone } from '../validation/reachable';
import { type MembershipRole, membershipRoles } from './network-kinds';
import { networkLimits } from './network-limits';

/** A seat to give: each side is one that is there already, or is made with it by the name it carries. */
export class NewMember {
  @IsOptional()
  @IsUUID()
  organisationId: string | null = null;

  /** Makes the organisation where none is chosen and none has this name. */
  @IsString()
  @OneLine()
  @Matches(/^\s*$|\S.*\S/, { message: 'Bitte geben Sie den Namen der Organisation an.' })
  @MaxLength(actorLimits.name)
  organisationName = '';

  @IsIn(organisationTypes, { message: 'Bitte wählen Sie die Art der Organisation.' })
  organisationType: OrganisationType = 'FREE_PROVIDER';

  @IsOptional()
  @IsUUID()
  personId: string | null = null;

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

  /** Makes the person where none is chosen and none has this address. */
  @IsString()
  @OneLine()
  @MaxLength(actorLimits.name)
  familyName = '';

  /** Of the new person; without a person, the mailbox of the new organisation. */
  @MailOrNone(actorLimits.mail)
  mail = '';

  @IsIn(membershipRoles, { message: 'Bitte wählen Sie die Aufgabe im Netzwerk.' })
  role: MembershipRole = 'MEMBER';
}

/** Many seats at once: all of them or none. */
export class AddMembers {
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { message: 'Das ist kein gültiges Datum.' })
  fromDay = '';

  @IsArray()
  @ArrayMinSize(1, { message: 'Bitte fügen Sie mindestens ein Mitglied hinzu.' })
  @ArrayMaxSize(networkLimits.membersAtOnce, { message: 'Bitte höchstens 200 auf einmal.' })
  @ValidateNested({ each: true })
  @Type(() => NewMember)
  members: NewMember[] = [];
}

export class MatchMembers {
  @IsString()
  @MinLength(2, { message: 'Bitte fügen Sie Ihre Liste ein.' })
  @MaxLength(actorLimits.paste)
  text = '';
}
