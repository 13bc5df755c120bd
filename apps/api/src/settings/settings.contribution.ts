import type { Contribution } from '../contribution';

export const settingsContribution: Contribution = {
  area: 'settings',
  tables: [
    { table: 'county_settings', audit: 'values' },
    { table: 'text_block', audit: 'values' },
    { table: 'calendar_period', audit: 'values' },
  ],
};
