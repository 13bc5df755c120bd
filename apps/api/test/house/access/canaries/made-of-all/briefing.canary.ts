import { fieldsOfAction } from '@runder-tisch/scenario/lists';
import { type AreaCanaries, reads, readsFile } from '../../canary';

export const briefingCanaries: AreaCanaries = {
  area: 'briefing',
  words: {},
  // The field into which the areas put their foreign Befunde, recommendations and measures.
  plant: async ({ objects, somebody }) => ({
    'field-of-action': [
      ...(objects['field-of-action'] ?? []),
      ...(await fieldsOfAction(somebody.planner)).slice(0, 1).map(({ id }) => ({ id, fieldId: id })),
    ],
  }),
  operations: {
    'GET /api/fields-of-action/{id}/briefing': reads('field-of-action'),
    'GET /api/fields-of-action/{id}/briefing.pdf': readsFile('field-of-action', [
      'admin',
      'planner',
      'coordinator',
      'reader',
    ]),
  },
};
