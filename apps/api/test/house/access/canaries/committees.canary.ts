import { SaveCommittee } from '@runder-tisch/domain/committees/committees-requests';
import { EndCommitteeSeat, SaveCommitteeSeat } from '@runder-tisch/domain/committees/seat-requests';
import { person } from '@runder-tisch/scenario/actors';
import { committeeSeat } from '@runder-tisch/scenario/council/committees';
import { committee } from '@runder-tisch/scenario/lists';
import { type AreaCanaries, type Canary, type ForeignWorld, reads } from '../canary';
import { keptList } from '../kept-list';

const readers = ['admin', 'planner', 'coordinator', 'reader'] as const;
const ours = { may: ['admin', 'planner'], owner: null } as const;

async function seat(world: ForeignWorld): Promise<Canary> {
  const committeeId = await committee(world.somebody.planner, { name: world.fresh('Gremium') });
  const personId = await person(world.coordinator, { familyName: world.fresh('Sitz') });
  const id = await committeeSeat(world.somebody.planner, committeeId, { personId, fromDay: '2025-01-01' });
  return { id };
}

export const committeesCanaries: AreaCanaries = {
  area: 'committees',
  words: { Kanariengremium: readers, Kanarienvorsitz: readers },
  plant: async (world) => {
    const { planner } = world.somebody;
    const id = await committee(planner, { name: 'Kanariengremium' });
    const personId = await person(world.coordinator, { familyName: world.fresh('Mitglied') });
    const facts = { personId, office: 'Kanarienvorsitz', fromDay: '2025-01-01' };
    return {
      committee: [{ id }],
      'committee-seat': [{ id: await committeeSeat(planner, id, facts) }],
    };
  },
  operations: {
    ...keptList({
      path: 'committees',
      pages: true,
      kind: 'committee',
      may: ['admin', 'planner'],
      entry: (name) => Object.assign(new SaveCommittee(), { name }),
    }),
    'GET /api/committees/{id}/seats': reads('committee'),
    'POST /api/committees/{id}/seats': {
      ...ours,
      of: 'committee',
      given: async (world) => ({
        path: { id: await committee(world.somebody.planner, { name: world.fresh('Gremium') }) },
        body: Object.assign(new SaveCommitteeSeat(), { fromDay: '2025-01-01' }),
      }),
    },
    'PUT /api/committee-seats/{id}': {
      ...ours,
      of: 'committee-seat',
      given: async (world) => ({
        path: await seat(world),
        version: 1,
        body: Object.assign(new SaveCommitteeSeat(), { office: 'Vorsitz', fromDay: '2025-01-01' }),
      }),
    },
    'POST /api/committee-seats/{id}/end': {
      ...ours,
      of: 'committee-seat',
      given: async (world) => ({
        path: await seat(world),
        version: 1,
        body: Object.assign(new EndCommitteeSeat(), { toDay: '2025-12-31' }),
      }),
    },
  },
};
