import type { AddReminder } from '@runder-tisch/domain/reminders/reminders-requests';
import { type AreaCanaries, type Canary, reads, type ForeignWorld, type Write } from '../../canary';

const about = (kind: string, objectId: string | number | undefined, dueOn: string | null): AddReminder => ({
  kind,
  objectId: String(objectId),
  dueOn,
  note: 'Nachfragen',
});

async function open({ coordinator, networkId, today }: ForeignWorld): Promise<Canary> {
  const { id } = await coordinator.post<{ id: string }>('/api/reminders', about('network', networkId, today));
  return { id };
}

async function done(world: ForeignWorld): Promise<Canary> {
  const made = await open(world);
  await world.coordinator.post(`/api/reminders/${made['id']}/done`);
  return made;
}

const own = (from: typeof open): Write => ({
  may: [],
  owner: 'coordinator',
  of: 'reminder',
  given: async (world) => ({ path: await from(world) }),
});

export const remindersCanaries: AreaCanaries = {
  area: 'reminders',
  // Nobody who watches may read one, so none could prove that it is read: its own spec does.
  words: {},
  plant: async (world) => {
    const { coordinator, personId, organisationId, today } = world;
    // They follow people and organisations that become one.
    await coordinator.post('/api/reminders', about('person', personId, today));
    await coordinator.post('/api/reminders', about('organisation', organisationId, today));
    return { reminder: [await open(world), await done(world)] };
  },
  operations: {
    'GET /api/reminders': reads(),
    'GET /api/reminders/page': {
      ...reads(null, { path: '/hinweise/{feedback}' }),
    },
    'POST /api/reminders': {
      may: ['planner'],
      owner: 'coordinator',
      chosen: true,
      given: async (world) => ({ body: about('feedback', world.the('feedback')['id'], world.today) }),
    },
    'PUT /api/reminders/{id}': {
      ...own(open),
      given: async (world) => ({
        path: await open(world),
        version: 1,
        body: { dueOn: world.today, note: 'Nachfragen' },
      }),
    },
    'POST /api/reminders/{id}/done': own(open),
    'POST /api/reminders/{id}/reopen': own(done),
    'DELETE /api/reminders/{id}': own(open),
  },
};
