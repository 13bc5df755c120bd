import { CountySettings } from './county-settings.entity';

export const settingsEntities = [CountySettings];
