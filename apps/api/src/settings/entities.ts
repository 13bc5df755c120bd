import { CountySettings } from './county-settings.entity';
import { TextBlock } from './text-block.entity';

export const settingsEntities = [CountySettings, TextBlock];
