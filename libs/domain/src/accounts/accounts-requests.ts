import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { ListQuery } from '../lists/list-requests';
import { OneLine } from '../validation/one-line';
import { accountLimits } from './accounts-limits';
import { type Role, roles } from './roles';
import { MailAddress } from '../validation/reachable';

export class RequestSignInLink {
  @MailAddress(accountLimits.mail)
  mail = '';

  /** The page of the application that was asked for. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  target: string | null = null;
}

export class SignInWithPassword {
  @MailAddress(accountLimits.mail)
  mail = '';

  @IsString()
  @MaxLength(accountLimits.passwordMost, { message: 'Das Passwort darf höchstens 128 Zeichen haben.' })
  password = '';
}

export class ChangePassword {
  /** Empty as long as there is none. */
  @IsString()
  @MaxLength(accountLimits.passwordMost)
  current = '';

  @IsString()
  @MaxLength(1000)
  password = '';
}

/** A new account for a person that is there, or for one named here. */
export class CreateAccount {
  @IsOptional()
  @IsUUID(undefined, { message: 'Bitte wählen Sie eine Person.' })
  personId: string | null = null;

  @IsIn(['', 'Frau', 'Herr'])
  salutation: '' | 'Frau' | 'Herr' = '';

  @IsString()
  @OneLine()
  @MaxLength(accountLimits.name)
  givenName = '';

  @IsString()
  @OneLine()
  @MaxLength(accountLimits.name)
  familyName = '';

  @MailAddress(accountLimits.mail)
  mail = '';

  @IsArray()
  @ArrayNotEmpty({ message: 'Bitte wählen Sie mindestens eine Rolle.' })
  @ArrayUnique()
  @ArrayMaxSize(roles.length)
  @IsIn(roles, { each: true, message: 'Diese Rolle gibt es nicht.' })
  roles: Role[] = [];
}

export class ChangeRoles {
  @IsArray()
  @ArrayNotEmpty({ message: 'Bitte wählen Sie mindestens eine Rolle.' })
  @ArrayUnique()
  @ArrayMaxSize(roles.length)
  @IsIn(roles, { each: true, message: 'Diese Rolle gibt es nicht.' })
  roles: Role[] = [];
}

export class AccountQuery extends ListQuery {
  @IsOptional()
  @IsIn(roles)
  role?: Role;

  @IsOptional()
  @IsIn(['active', 'disabled'])
  state?: 'active' | 'disabled';
}
