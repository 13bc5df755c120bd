import { IsBoolean, IsString, MaxLength, MinLength } from 'class-validator';
import { SaveSettings } from '../settings/settings-requests';
import { settingsLimits } from '../settings/settings-limits';
import { OneLine, WordsInOneLine } from '../validation/one-line';
import { accountLimits } from './accounts-limits';
import { MailAddress } from '../validation/reachable';

/** The set-up form: the settings, the first account and which lists to begin with. */
export class SetUp extends SaveSettings {
  @IsString()
  @OneLine()
  @MaxLength(accountLimits.name, { message: 'Der Name ist zu lang.' })
  givenName = '';

  @IsString()
  @MinLength(1, { message: 'Bitte geben Sie Ihren Nachnamen an.' })
  @WordsInOneLine('Bitte geben Sie Ihren Nachnamen an.')
  @MaxLength(accountLimits.name, { message: 'Der Name ist zu lang.' })
  familyName = '';

  @MailAddress(settingsLimits.mail)
  mail = '';

  @IsString()
  @MaxLength(accountLimits.passwordMost, { message: 'Das Passwort darf höchstens 128 Zeichen haben.' })
  password = '';

  @IsBoolean()
  withFields = false;

  @IsBoolean()
  withMunicipalities = false;

  @IsBoolean()
  withPlanner = false;

  @IsBoolean()
  withCoordinator = false;
}
