import { Reminder } from './reminder.entity';

export const remindersEntities = [Reminder];
