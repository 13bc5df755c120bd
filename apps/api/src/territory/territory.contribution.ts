import type { Contribution } from '../contribution';

export const territoryContribution: Contribution = {
  area: 'territory',
  tables: [
    { table: 'planning_area', audit: 'values' },
    { table: 'municipality', audit: 'values' },
  ],
};
