import { ChangeTasks, SaveTask } from '@runder-tisch/domain/tasks/tasks-requests';
import { person } from '@runder-tisch/scenario/actors';
import { changeTasks, task } from '@runder-tisch/scenario/networks';
import { Database } from '../../../../src/database/database';
import { systemViewer } from '../../../../src/access/viewer';
import { Tasks } from '../../../../src/tasks/tasks';
import {
  type AreaCanaries,
  type Canary,
  everybodySignedIn,
  type ForeignWorld,
  reads,
  type Write,
} from '../canary';

const open = async ({ coordinator, networkId }: ForeignWorld): Promise<Canary> => ({
  id: await task(coordinator, { title: 'Kanarienaufgabe', networkId }),
});

async function done(world: ForeignWorld): Promise<Canary> {
  const made = await open(world);
  await world.coordinator.post(`/api/tasks/${made['id']}/done`);
  return made;
}

const MAIL = 'kanarienpflicht@haus.test';

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
    const personId = await person(world.coordinator, { familyName: 'Kanarienpflicht', mail: MAIL });
    const reminded = await task(world.coordinator, {
      title: 'Kanarienaufgabe',
      networkId: world.networkId,
      personId,
    });
    await changeTasks(world.coordinator, [reminded], { change: 'remind' });
    return {
      task: [first, await done(world)],
      'link:task': [{ token: secret.split('/').at(-1) ?? '' }],
      'link:task-mails': [{ token: await world.mailed(MAIL, 'aufgaben-mails') }],
    };
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
    'GET /api/tasks/{id}': reads('task'),
    'GET /api/tasks/{id}/history': reads('task'),
    'GET /api/tasks/export.csv': reads(),
    'GET /api/tasks/export.xlsx': { reads: null, openTo: everybodySignedIn },
    'POST /api/tasks/several': {
      may: ['planner'],
      owner: 'coordinator',
      chosen: true,
      given: async (world) => ({
        body: Object.assign(new ChangeTasks(), { ids: [(await open(world))['id']], change: 'done' }),
      }),
    },
    'POST /api/tasks/several/{batchId}/undo': {
      may: [],
      owner: 'coordinator',
      given: async (world) => {
        const { batchId } = await changeTasks(world.coordinator, [String((await open(world))['id'])], {
          change: 'done',
        });
        return { path: { batchId: batchId ?? '' } };
      },
    },
    'GET /aufgaben-mails/{token}': { link: 'task-mails' },
    'POST /aufgaben-mails/{token}': { link: 'task-mails', form: () => ({ mails: 'nein' }) },
    'GET /aufgabe/{token}': { link: 'task' },
    'POST /aufgabe/{token}': { link: 'task', form: () => ({ schritt: 'fertig' }) },
  },
};
