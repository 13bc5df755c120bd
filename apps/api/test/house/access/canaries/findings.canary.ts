import { SaveFinding } from '@runder-tisch/domain/findings/findings-requests';
import { finding, moveFinding } from '@runder-tisch/scenario/findings';
import {
  plantPrioritisations,
  prioritisationOperations,
  prioritisationWords,
} from './findings/prioritisation';
import { type AreaCanaries, type Canary, type ForeignWorld, office, reads, type Write } from '../canary';

const made = async (world: ForeignWorld): Promise<Canary> => ({
  id: await finding(world.somebody.planner, { name: world.fresh('Befund') }),
});

const saved = (world: ForeignWorld): SaveFinding =>
  Object.assign(new SaveFinding(), { name: world.fresh('Eingeschlichen') });

const changed = (given: Write['given']): Write => ({ may: ['planner'], owner: null, of: 'finding', given });

export const findingsCanaries: AreaCanaries = {
  area: 'findings',
  words: { Kanarienfinding: office, ...prioritisationWords },
  plant: async (world) => {
    const { planner } = world.somebody;
    const draft = await finding(planner, { name: 'Kanarienfinding' });
    const open = await finding(planner, { name: 'Kanarienfinding offen' });
    await moveFinding(planner, open, 'open');
    return { finding: [{ id: draft }, { id: open }], ...(await plantPrioritisations(world)) };
  },
  operations: {
    ...prioritisationOperations,
    'GET /api/findings': reads(),
    'GET /api/findings/{id}': reads('finding'),
    'POST /api/findings': {
      may: ['planner'],
      owner: null,
      given: async (world) => ({ body: saved(world) }),
    },
    'PUT /api/findings/{id}': changed(async (world) => ({
      path: await made(world),
      version: 1,
      body: saved(world),
    })),
    'POST /api/findings/{id}/{move}': changed(async (world) => ({
      path: { ...(await made(world)), move: 'open' },
      version: 1,
    })),
  },
};
