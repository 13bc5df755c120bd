import { SaveMeasure } from '@runder-tisch/domain/measures/measures-requests';
import { measure, moveMeasure } from '@runder-tisch/scenario/measures';
import { type AreaCanaries, type Canary, type ForeignWorld, office, reads, type Write } from '../canary';

const made = async (world: ForeignWorld): Promise<Canary> => ({
  id: await measure(world.somebody.planner, { name: world.fresh('Maßnahme') }),
});

const saved = (world: ForeignWorld): SaveMeasure =>
  Object.assign(new SaveMeasure(), { name: world.fresh('Eingeschlichen') });

const changed = (given: Write['given']): Write => ({ may: ['planner'], owner: null, of: 'measure', given });

export const measuresCanaries: AreaCanaries = {
  area: 'measures',
  words: { Kanarienmeasure: office },
  plant: async ({ somebody: { planner } }) => {
    const draft = await measure(planner, { name: 'Kanarienmeasure' });
    const open = await measure(planner, { name: 'Kanarienmeasure offen' });
    await moveMeasure(planner, open, 'open');
    return { measure: [{ id: draft }, { id: open }] };
  },
  operations: {
    'GET /api/measures': reads(),
    'GET /api/measures/{id}': reads('measure'),
    'POST /api/measures': {
      may: ['planner'],
      owner: null,
      given: async (world) => ({ body: saved(world) }),
    },
    'PUT /api/measures/{id}': changed(async (world) => ({
      path: await made(world),
      version: 1,
      body: saved(world),
    })),
    'POST /api/measures/{id}/{move}': changed(async (world) => ({
      path: { ...(await made(world)), move: 'open' },
      version: 1,
    })),
  },
};
