import { CalendarPeriod } from './calendar-period.entity';
import { CountySettings } from './county-settings.entity';
import { TextBlock } from './text-block.entity';

export const settingsEntities = [CalendarPeriod, CountySettings, TextBlock];
