import { IsBoolean, IsIn, IsInt, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { WordsInOneLine } from '../validation/one-line';
import { settingsLimits } from './settings-limits';
import { type TextBlockCategory, textBlockCategories } from './text-blocks';
import { MailAddress } from '../validation/reachable';

export class SaveSettings {
  @IsString()
  @MinLength(3, { message: 'Bitte geben Sie den Namen des Landkreises an.' })
  @WordsInOneLine('Bitte geben Sie den Namen des Landkreises an.')
  @MaxLength(settingsLimits.countyName, { message: 'Der Name ist zu lang.' })
  countyName = '';

  /** Five digits; empty where it follows from the municipalities. */
  @Matches(/^(\d{5})?$/, { message: 'Ein Kreisschlüssel hat fünf Ziffern, zum Beispiel 15082.' })
  countyKey = '';

  @IsString()
  @MinLength(2, { message: 'Bitte geben Sie an, wer als Absender in den Mails steht.' })
  @WordsInOneLine('Bitte geben Sie an, wer als Absender in den Mails steht.')
  @MaxLength(settingsLimits.senderName, { message: 'Der Name ist zu lang.' })
  senderName = '';

  @MailAddress(settingsLimits.mail)
  senderAddress = '';

  @MailAddress(settingsLimits.mail)
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

  /** Whether organisations may register themselves on a public page. */
  @IsBoolean()
  registrationOpen = true;

  /** The public form Mitreden; its words above, or empty for our proposal. */
  @IsBoolean()
  voicesOpen = true;

  @IsString()
  @MaxLength(settingsLimits.voicesIntro, { message: 'Der Text ist zu lang.' })
  voicesIntro = '';

  /** Whether a second person reads each answer to a Hinweis before it goes out. */
  @IsBoolean()
  fourEyes = false;

  /** How long a cycle of the planning is proposed. */
  @IsInt({ message: 'Bitte nennen Sie die Länge in ganzen Jahren.' })
  @Min(settingsLimits.cycleYears.least, { message: 'Ein Zyklus dauert mindestens ein Jahr.' })
  @Max(settingsLimits.cycleYears.most, { message: 'Ein Zyklus dauert höchstens zehn Jahre.' })
  cycleYears = 5;

  /** So many days before a task is due, those are reminded who do not use the platform; 0 for never. */
  @IsInt({ message: 'Bitte nennen Sie ganze Tage.' })
  @Min(settingsLimits.taskRemindDays.least, { message: 'Bitte nennen Sie 0 bis 30 Tage.' })
  @Max(settingsLimits.taskRemindDays.most, { message: 'Bitte nennen Sie 0 bis 30 Tage.' })
  taskRemindDays = 3;

  /** So many days after it was due, a task stands on Heute of the coordination as overdue. */
  @IsInt({ message: 'Bitte nennen Sie ganze Tage.' })
  @Min(settingsLimits.taskOverdueDays.least, { message: 'Bitte nennen Sie 1 bis 60 Tage.' })
  @Max(settingsLimits.taskOverdueDays.most, { message: 'Bitte nennen Sie 1 bis 60 Tage.' })
  taskOverdueDays = 1;

  /** So many days after that, the coordination gets a mail; 0 for never. */
  @IsInt({ message: 'Bitte nennen Sie ganze Tage.' })
  @Min(settingsLimits.taskEscalateDays.least, { message: 'Bitte nennen Sie 0 bis 90 Tage.' })
  @Max(settingsLimits.taskEscalateDays.most, { message: 'Bitte nennen Sie 0 bis 90 Tage.' })
  taskEscalateDays = 7;
  /** Whether everybody gets one mail a week with what is new for them, and when: 1 = Monday, full hour in Berlin. */
  @IsBoolean()
  weeklyDigest = true;

  @IsInt({ message: 'Bitte wählen Sie einen Wochentag.' })
  @Min(1, { message: 'Bitte wählen Sie einen Wochentag.' })
  @Max(7, { message: 'Bitte wählen Sie einen Wochentag.' })
  digestWeekday = 1;

  @IsInt({ message: 'Bitte nennen Sie eine volle Stunde.' })
  @Min(0, { message: 'Bitte nennen Sie eine volle Stunde von 0 bis 23.' })
  @Max(23, { message: 'Bitte nennen Sie eine volle Stunde von 0 bis 23.' })
  digestHour = 7;
}

/** Words that are put into a text and then changed by hand; what has to be filled in stands in […]. */
export class SaveTextBlock {
  @IsIn(textBlockCategories, { message: 'Bitte wählen Sie, wofür der Textbaustein ist.' })
  category: TextBlockCategory = 'ANSWER';

  @IsString()
  @MinLength(2, { message: 'Bitte geben Sie den Namen an.' })
  @WordsInOneLine('Bitte geben Sie den Namen in einer Zeile an.')
  @MaxLength(settingsLimits.blockName)
  name = '';

  @IsString()
  @MinLength(2, { message: 'Bitte schreiben Sie den Text.' })
  @MaxLength(settingsLimits.blockText)
  text = '';
}
