import type { TopicView } from '@runder-tisch/domain/decisions';
import {
  AskForTopicPoints,
  ProposeDecision,
  RecordDecision,
  SaveOpenDecision,
  SaveTopic,
} from '@runder-tisch/domain/decisions/decisions-requests';
import type { PrioritisationView } from '@runder-tisch/domain/findings/prioritisation';
import type { Page } from '@runder-tisch/domain/lists';
import { decide, decision, decisionView, propose, topic } from '@runder-tisch/scenario/decisions';
import { type AreaCanaries, type Canary, type ForeignWorld, reads, type Write } from '../canary';

const made = async (world: ForeignWorld): Promise<{ id: string }> => ({
  id: await decision(world.somebody.planner, { title: world.fresh('Entscheidung') }),
});

const options = [
  { title: 'eine', consequences: '' },
  { title: 'andere', consequences: '' },
];

const saved = (world: ForeignWorld): SaveOpenDecision =>
  Object.assign(new SaveOpenDecision(), { title: world.fresh('Eingeschlichen'), options });

const firstOption = async (world: ForeignWorld, { id }: { id: string }): Promise<string | undefined> =>
  (await decisionView(world.somebody.planner, id)).options[0]?.id;

const ofTopics = async (world: ForeignWorld): Promise<Canary> => ({
  id: await topic(world.somebody.planner, { name: world.fresh('Thema') }),
});

const topics = async (world: ForeignWorld): Promise<TopicView[]> =>
  (await world.somebody.planner.get<Page<TopicView>>('/api/topics')).items;

const decisionBy = (given: Write['given']): Write => ({
  may: ['planner'],
  owner: null,
  of: 'decision',
  given,
});
const byPlanner = (given: Write['given']): Write => ({ may: ['planner'], owner: null, given });

export const decisionsCanaries: AreaCanaries = {
  area: 'decisions',
  words: {
    Kanariendecision: ['admin', 'planner', 'coordinator', 'reader'],
    Kanarientopic: ['admin', 'planner', 'coordinator', 'reader'],
  },
  plant: async ({ somebody: { planner } }) => {
    const open = await decision(planner, { title: 'Kanariendecision' });
    await topic(planner, { name: 'Kanarientopic', note: 'Kanarientopic' });
    return { decision: [{ id: open }] };
  },
  operations: {
    'GET /api/decisions': reads(),
    'GET /api/decisions/{id}': reads('decision'),
    'POST /api/decisions': byPlanner(async (world) => ({ body: saved(world) })),
    'PUT /api/decisions/{id}': decisionBy(async (world) => ({
      path: await made(world),
      version: 1,
      body: saved(world),
    })),
    'DELETE /api/decisions/{id}': decisionBy(async (world) => ({ path: await made(world) })),
    'POST /api/decisions/{id}/propose': decisionBy(async (world) => {
      const path = await made(world);
      const optionId = (await firstOption(world, path)) ?? null;
      return { path, version: 1, body: Object.assign(new ProposeDecision(), { optionId }) };
    }),
    'POST /api/decisions/{id}/withdraw': decisionBy(async (world) => {
      const path = await made(world);
      const optionId = await firstOption(world, path);
      const { version } = await propose(world.somebody.planner, path.id, { optionId });
      return { path, version };
    }),
    'POST /api/decisions/{id}/decide': decisionBy(async (world) => {
      const path = await made(world);
      const optionId = (await firstOption(world, path)) ?? null;
      const told = { optionId, bodyName: 'Kreistag (Demo)', decidedOn: world.today };
      return { path, version: 1, body: Object.assign(new RecordDecision(), told) };
    }),
    'POST /api/decisions/{id}/reopen': decisionBy(async (world) => {
      const path = await made(world);
      const optionId = await firstOption(world, path);
      const told = { optionId, bodyName: 'Kreistag (Demo)', decidedOn: world.today };
      const { version } = await decide(world.somebody.planner, path.id, told);
      return { path, version, body: { reason: 'Neu zu beraten' } };
    }),
    'GET /api/topics': reads(),
    'GET /api/topics/points': reads(),
    'POST /api/topics': byPlanner(async (world) => ({
      body: Object.assign(new SaveTopic(), { name: world.fresh('Thema') }),
    })),
    'PUT /api/topics/{id}': byPlanner(async (world) => ({
      path: await ofTopics(world),
      version: 1,
      body: Object.assign(new SaveTopic(), { name: world.fresh('Thema') }),
    })),
    'DELETE /api/topics/{id}': byPlanner(async (world) => ({ path: await ofTopics(world) })),
    'POST /api/topics/{id}/deactivate': byPlanner(async (world) => ({
      path: await ofTopics(world),
      version: 1,
    })),
    'POST /api/topics/{id}/activate': byPlanner(async (world) => ({
      path: await ofTopics(world),
      version: 1,
    })),
    'POST /api/topics/order': byPlanner(async (world) => ({
      body: { ids: (await topics(world)).map(({ id }) => id) },
    })),
    'POST /api/topics/order-by-criteria': byPlanner(async () => ({})),
    'POST /api/topics/points': byPlanner(async (world) => {
      await ofTopics(world);
      return { body: new AskForTopicPoints() };
    }),
    'POST /api/topics/order-by-points': byPlanner(async (world) => {
      await ofTopics(world);
      const { planner } = world.somebody;
      const asked = await planner.post<{ id: string }>('/api/topics/points', new AskForTopicPoints());
      for (const move of ['open', 'close']) {
        const { version } = await planner.get<PrioritisationView>(`/api/prioritisations/${asked.id}`);
        await planner.post(`/api/prioritisations/${asked.id}/${move}`, {}, version);
      }
      return { body: { prioritisationId: asked.id } };
    }),
  },
};
