import { SaveListEntry } from '@runder-tisch/domain/lists/list-requests';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { type AreaCanaries, everybodySignedIn, reads } from '../canary';
import { keptList } from '../kept-list';

export const fieldsOfActionCanaries: AreaCanaries = {
  area: 'fields-of-action',
  words: { Kanarienthema: [...everybodySignedIn, 'public'] }, // chosen on the public form
  plant: async ({ somebody }) => {
    const id = await fieldOfAction(somebody.planner, 'Kanarienthema');
    return { 'field-of-action': [{ id, fieldId: id }] };
  },
  operations: {
    ...keptList({
      path: 'fields-of-action',
      pages: true,
      kind: 'field-of-action',
      may: ['admin', 'planner'],
      entry: (name) => Object.assign(new SaveListEntry(), { name }),
    }),
    'GET /api/fields-of-action/{id}/publications': reads('field-of-action'),
    'POST /api/fields-of-action/{id}/publish': {
      may: ['planner'],
      owner: null,
      given: async ({ somebody, fresh }) => ({
        path: { id: await fieldOfAction(somebody.planner, fresh('Kanarienthema')) },
      }),
    },
    'POST /api/fields-of-action/{id}/withdraw': {
      may: ['planner'],
      owner: null,
      given: async ({ somebody, fresh }) => {
        const id = await fieldOfAction(somebody.planner, fresh('Kanarienthema'));
        await somebody.planner.post(`/api/fields-of-action/${id}/publish`);
        return { path: { id } };
      },
    },
  },
};
