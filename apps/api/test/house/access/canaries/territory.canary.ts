import { randomInt } from 'node:crypto';
import {
  SaveMunicipality,
  SavePlace,
  SavePlanningArea,
} from '@runder-tisch/domain/territory/territory-requests';
import { municipality, place, planningArea } from '@runder-tisch/scenario/lists';
import { type AreaCanaries, everybodySignedIn, office } from '../canary';
import { keptList } from '../kept-list';

const newAgs = (): string => String(randomInt(20_000_000, 99_999_999));

export const territoryCanaries: AreaCanaries = {
  area: 'territory',
  words: {
    Kanarienraum: office,
    Kanarienschlüssel: office, // whom to ask about a room
    Kanarienort: [...everybodySignedIn, 'public'], // municipalities stand on public pages
    Kanarienregion: everybodySignedIn,
  },
  plant: async ({ somebody: { planner } }) => ({
    place: [{ id: await place(planner, { name: 'Kanarienraum', contact: 'Frau Kanarienschlüssel' }) }],
    municipality: [{ id: await municipality(planner, { ags: newAgs(), name: 'Kanarienort' }) }],
    'planning-area': [{ id: await planningArea(planner, 'Kanarienregion') }],
  }),
  operations: {
    ...keptList({
      path: 'places',
      kind: 'place',
      may: office,
      entry: (name) => Object.assign(new SavePlace(), { name }),
      byName: true,
    }),
    ...keptList({
      path: 'municipalities',
      kind: 'municipality',
      may: ['admin', 'planner'],
      entry: (name) => Object.assign(new SaveMunicipality(), { ags: newAgs(), name }),
      byName: true,
    }),
    ...keptList({
      path: 'planning-areas',
      kind: 'planning-area',
      may: ['admin', 'planner'],
      entry: (name) => Object.assign(new SavePlanningArea(), { name }),
    }),
  },
};
