import { IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength, ValidateIf } from 'class-validator';
import { PageQuery } from '../lists/list-requests';
import { OneLine, WordsInOneLine } from '../validation/one-line';
import { accountLimits, registrationLimits } from './accounts-limits';
import { type RegistrationState, registrationStates } from './registration-state';
import { MailAddress } from '../validation/reachable';

/** What somebody says on the public page: "Das sind wir", or an organisation nobody knows yet. */
export class Register {
  @IsOptional()
  @IsUUID(undefined, { message: 'Bitte suchen Sie Ihre Organisation noch einmal.' })
  organisationId: string | null = null;

  @ValidateIf((it: Register) => it.organisationId === null)
  @IsString()
  @MinLength(3, { message: 'Bitte geben Sie den Namen Ihrer Organisation an.' })
  @WordsInOneLine('Bitte geben Sie den Namen in einer Zeile an.')
  @MaxLength(registrationLimits.organisation)
  organisationName = '';

  @IsString()
  @OneLine()
  @MaxLength(registrationLimits.organisation)
  organisationCity = '';

  @IsString()
  @OneLine()
  @MaxLength(accountLimits.name)
  givenName = '';

  @IsString()
  @MinLength(1, { message: 'Bitte geben Sie Ihren Nachnamen an.' })
  @WordsInOneLine('Bitte geben Sie Ihren Nachnamen an.')
  @MaxLength(accountLimits.name)
  familyName = '';

  @IsString()
  @MinLength(2, { message: 'Bitte schreiben Sie, was Sie dort tun.' })
  @WordsInOneLine('Bitte schreiben Sie, was Sie dort tun.')
  @MaxLength(registrationLimits.function)
  function = '';

  @MailAddress(accountLimits.mail)
  mail = '';

  @IsString()
  @OneLine()
  @MaxLength(registrationLimits.phone)
  phone = '';

  @IsString()
  @MaxLength(registrationLimits.message)
  message = '';
}

export class ApproveRegistration {
  /** The organisation that is meant, where it is another than the one named or already there. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Bitte wählen Sie die Organisation.' })
  organisationId: string | null = null;
}

export class RefuseRegistration {
  @IsString()
  @MinLength(5, { message: 'Bitte schreiben Sie, warum. Die Begründung steht in der Mail.' })
  @MaxLength(registrationLimits.message)
  reason = '';
}

export class RegistrationQuery extends PageQuery {
  @IsOptional()
  @IsIn(registrationStates)
  state?: RegistrationState;
}
