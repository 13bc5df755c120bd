import type { SuccessionView } from '@runder-tisch/domain/succession';
import { person, representation } from '@runder-tisch/scenario/actors';
import { handEverythingOver } from '@runder-tisch/scenario/succession';
import { type AreaCanaries, type ForeignWorld, office, reads } from '../../canary';

/** For whom somebody speaks is the office's to change; what belongs to a network is handed over by those who may change it. */
const ofOffice = { may: office, owner: null, of: 'person' } as const;

/** Somebody who speaks for the foreign house, and somebody to take over. */
async function leaving(world: ForeignWorld): Promise<{ id: string; successorId: string }> {
  const id = await person(world.coordinator, { familyName: world.fresh('Mensch') });
  const successorId = await person(world.coordinator, { familyName: world.fresh('Mensch') });
  const { organisationId } = world;
  await representation(world.coordinator, { personId: id, organisationId, fromDay: '2025-01-01' });
  return { id, successorId };
}

export const successionCanaries: AreaCanaries = {
  area: 'succession',
  words: {},
  plant: async (world) => {
    for (const _of of ['one', 'two']) {
      const { id, successorId } = await leaving(world);
      await handEverythingOver(world.coordinator, id, { successorId, fromDay: world.today });
    }
    return {};
  },
  operations: {
    'GET /api/people/{id}/succession': reads('person'),
    'POST /api/people/{id}/succession': {
      ...ofOffice,
      given: async (world) => {
        const { id, successorId } = await leaving(world);
        const { items } = await world.coordinator.get<SuccessionView>(`/api/people/${id}/succession`);
        const chosen = items.map(({ kind, id: of }) => ({ kind, id: of }));
        return { path: { id }, body: { successorId, newPerson: null, fromDay: world.today, items: chosen } };
      },
    },
    'POST /api/people/{id}/succession/{runId}/undo': {
      ...ofOffice,
      given: async (world) => {
        const { id, successorId } = await leaving(world);
        const run = await handEverythingOver(world.coordinator, id, { successorId, fromDay: world.today });
        return { path: { id, runId: run.id } };
      },
    },
  },
};
