import { SaveTask } from '@runder-tisch/domain/tasks/tasks-requests';
import { task } from '@runder-tisch/scenario/networks';
import { Database } from '../../../../src/database/database';
import { systemViewer } from '../../../../src/access/viewer';
import { Tasks } from '../../../../src/tasks/tasks';
import { type AreaCanaries, type Canary, reads, type Write, type ForeignWorld } from '../canary';

const open = async ({ coordinator, networkId }: ForeignWorld): Promise<Canary> => ({
  id: await task(coordinator, { title: 'Kanarienaufgabe', networkId }),
});

async function done(world: ForeignWorld): Promise<Canary> {
  const made = await open(world);
  await world.coordinator.post(`/api/tasks/${made['id']}/done`);
  return made;
}

const save = ({ networkId }: ForeignWorld): SaveTask =>
  Object.assign(new SaveTask(), { title: 'Eingeschlichen', networkId });

const moved = (from: typeof open): Write => ({
  may: ['planner'],
  owner: 'coordinator',
  of: 'task',
  given: async (world) => ({ path: await from(world) }),
});

export const tasksCanaries: AreaCanaries = {
  area: 'tasks',
  words: { Kanarienaufgabe: ['admin', 'planner'] },
  plant: async (world) => {
    const first = await open(world);
    const secret = await world.app
      .get(Database)
      .write(systemViewer, 'test.link', (tx) =>
        world.app.get(Tasks).link(tx, String(first['id']), world.personId),
      );
    return { task: [first, await done(world)], 'link:task': [{ token: secret.split('/').at(-1) ?? '' }] };
  },
  operations: {
    'GET /api/tasks': reads(),
    'POST /api/tasks': {
      may: ['planner'],
      owner: 'coordinator',
      given: async (world) => ({ body: save(world) }),
    },
    'PUT /api/tasks/{id}': {
      ...moved(open),
      given: async (world) => ({ path: await open(world), version: 1, body: save(world) }),
    },
    'POST /api/tasks/{id}/done': moved(open),
    'POST /api/tasks/{id}/reopen': moved(done),
    'POST /api/tasks/{id}/drop': moved(open),
    'GET /aufgabe/{token}': { link: 'task' },
    'POST /aufgabe/{token}': { link: 'task', form: () => ({ schritt: 'fertig' }) },
  },
};
