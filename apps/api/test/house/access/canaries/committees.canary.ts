import { SaveCommittee } from '@runder-tisch/domain/committees/committees-requests';
import { committee } from '@runder-tisch/scenario/lists';
import { type AreaCanaries } from '../canary';
import { keptList } from '../kept-list';

export const committeesCanaries: AreaCanaries = {
  area: 'committees',
  words: { Kanariengremium: ['admin', 'planner', 'coordinator', 'reader'] },
  plant: async ({ somebody }) => ({
    committee: [{ id: await committee(somebody.planner, { name: 'Kanariengremium' }) }],
  }),
  operations: keptList({
    path: 'committees',
    pages: true,
    kind: 'committee',
    may: ['admin', 'planner'],
    entry: (name) => Object.assign(new SaveCommittee(), { name }),
  }),
};
