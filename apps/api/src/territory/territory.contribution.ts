import type { Contribution } from '../contribution';

export const territoryContribution: Contribution = {
  area: 'territory',
  tables: [
    { table: 'planning_area', audit: 'values' },
    { table: 'municipality', audit: 'values' },
    {
      table: 'place',
      audit: 'values',
      personal: {
        columns: ['contact'],
        purpose: 'Wen man wegen eines Raums anspricht',
        retention: 'solange der Ort in der Liste steht',
      },
    },
  ],
};
