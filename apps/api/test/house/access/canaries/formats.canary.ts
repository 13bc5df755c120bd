import {
  AddFormatType,
  BeginFormat,
  SaveFormat,
  SaveFormatType,
} from '@runder-tisch/domain/formats/formats-requests';
import { format, formatTypes, moveFormat } from '@runder-tisch/scenario/formats';
import {
  type AreaCanaries,
  type Canary,
  everybodySignedIn,
  office,
  reads,
  type Write,
  type ForeignWorld,
} from '../canary';
import { keptList } from '../kept-list';

const draft = async ({ coordinator, networkId }: ForeignWorld): Promise<Canary> => {
  const [type] = await formatTypes(coordinator);
  return {
    id: await format(coordinator, type?.name ?? '', { title: 'Kanarienformat', networkId }),
    typeId: type?.id ?? '',
  };
};

const idOf = ({ id = '' }: Canary): Canary => ({ id });

const saved = ({ networkId }: ForeignWorld): SaveFormat =>
  Object.assign(new SaveFormat(), { title: 'Eingeschlichen', networkId });

const changed = (given: Write['given']): Write => ({
  may: ['planner'],
  owner: 'coordinator',
  of: 'format',
  given,
});

export const formatsCanaries: AreaCanaries = {
  area: 'formats',
  words: { Kanarienformat: office, Kanarienart: everybodySignedIn },
  plant: async (world) => {
    const type = Object.assign(new AddFormatType(), { name: 'Kanarienart' });
    const begun = await draft(world);
    const open = await draft(world);
    await moveFormat(world.coordinator, String(open['id']), 'plan', 'open');
    return {
      'format-type': [
        { id: String(begun['typeId']) },
        await world.somebody.planner.post<{ id: string }>('/api/format-types', type),
      ],
      format: [idOf(begun), idOf(open)],
    };
  },
  operations: {
    ...keptList({
      path: 'format-types',
      pages: true,
      kind: 'format-type',
      may: ['admin', 'planner'],
      entry: (name) => Object.assign(new AddFormatType(), { name }),
      change: (name) => Object.assign(new SaveFormatType(), { name }),
    }),
    'GET /api/formats': reads(),
    'GET /api/formats/{id}': reads('format'),
    'POST /api/formats': {
      may: ['planner'],
      owner: 'coordinator',
      given: async ({ coordinator, networkId }) => {
        const [type] = await formatTypes(coordinator);
        const facts = { typeId: type?.id, title: 'Eingeschlichen', networkId };
        return { body: Object.assign(new BeginFormat(), facts) };
      },
    },
    'PUT /api/formats/{id}': changed(async (world) => ({
      path: idOf(await draft(world)),
      version: 1,
      body: saved(world),
    })),
    'POST /api/formats/{id}/{move}': changed(async (world) => ({
      path: { ...idOf(await draft(world)), move: 'plan' },
      version: 1,
    })),
  },
};
