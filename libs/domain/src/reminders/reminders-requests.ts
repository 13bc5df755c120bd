import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '../lists/list-requests';
import { DAY, NO_DAY } from '../validation/day';
import { reminderLimits } from './reminders-limits';
import { type ReminderPart, reminderParts } from './reminders-views';

/** When something shall come back and why; without a day it is merely kept at hand. */
export class SaveReminder {
  @IsOptional()
  @Matches(DAY, NO_DAY)
  dueOn: string | null = null;

  @IsString()
  @MaxLength(reminderLimits.note)
  note = '';
}

/** The same on the object it is about. */
export class AddReminder extends SaveReminder {
  @IsString()
  @MaxLength(50)
  kind = '';

  @IsUUID()
  objectId = '';
}

export class ReminderQuery extends PageQuery {
  @IsOptional()
  @IsIn(reminderParts)
  part?: ReminderPart;
}

/** The page somebody looks at, by its address. */
export class PageAddress {
  @IsString()
  @MaxLength(reminderLimits.path)
  path = '';
}
