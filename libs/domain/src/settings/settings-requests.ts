import { IsEmail, IsString, MaxLength, MinLength } from 'class-validator';
import { WordsInOneLine } from '../validation/one-line';
import { settingsLimits } from './settings-limits';

export class SaveSettings {
  @IsString()
  @MinLength(3, { message: 'Bitte geben Sie den Namen des Landkreises an.' })
  @WordsInOneLine('Bitte geben Sie den Namen des Landkreises an.')
  @MaxLength(settingsLimits.countyName, { message: 'Der Name ist zu lang.' })
  countyName = '';

  @IsString()
  @MinLength(2, { message: 'Bitte geben Sie an, wer als Absender in den Mails steht.' })
  @WordsInOneLine('Bitte geben Sie an, wer als Absender in den Mails steht.')
  @MaxLength(settingsLimits.senderName, { message: 'Der Name ist zu lang.' })
  senderName = '';

  @IsEmail({}, { message: 'Das ist keine gültige Mailadresse.' })
  @MaxLength(settingsLimits.mail)
  senderAddress = '';

  @IsEmail({}, { message: 'Das ist keine gültige Mailadresse.' })
  @MaxLength(settingsLimits.mail)
  replyAddress = '';

  @IsString()
  @MaxLength(settingsLimits.text, { message: 'Der Text ist zu lang.' })
  imprint = '';

  @IsString()
  @MaxLength(settingsLimits.text, { message: 'Der Text ist zu lang.' })
  privacyText = '';

  @IsString()
  @MaxLength(settingsLimits.text, { message: 'Der Text ist zu lang.' })
  accessibilityText = '';
}
