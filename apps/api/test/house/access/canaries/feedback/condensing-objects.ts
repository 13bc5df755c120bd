import {
  AnswerGroup,
  ChosenFeedback,
  CreateArgument,
  CreateGroup,
  MergeGroup,
  SaveArgument,
  SaveGroup,
  SaveIndividual,
} from '@runder-tisch/domain/feedback/condensing/condensing-requests';
import { argument, feedbackGroup } from '@runder-tisch/scenario/condensing';
import { feedbackView } from '@runder-tisch/scenario/feedback';
import { type AreaCanaries, type Canary, type ForeignWorld, office, reads, type Write } from '../../canary';

type Made = (world: ForeignWorld) => Promise<string>;

export const condensingWords: AreaCanaries['words'] = {
  Kanarienargument: [...office], // words of planning, not of whoever said it
  Kanariengruppe: ['planner'],
};

const newArgument = async (world: ForeignWorld, feedbackIds: string[] = []) =>
  argument(world.somebody.planner, {
    title: 'Kanarienargument',
    summary: 'Kanarienargument in ganzen Sätzen',
    fieldId: String(world.the('field-of-action')['id']),
    feedbackIds,
  });

const newGroup = async (world: ForeignWorld, feedbackIds: string[]) =>
  feedbackGroup(world.somebody.planner, 'Kanariengruppe', feedbackIds);

/** An argument and a group around one checked Hinweis. */
export async function plantCondensing(
  world: ForeignWorld,
  feedbackId: string,
): Promise<Readonly<Record<string, readonly Canary[]>>> {
  const { id } = await newArgument(world, [feedbackId]);
  const group = await newGroup(world, [feedbackId]);
  return { argument: [{ id, feedbackId }], 'feedback-group': [{ id: group.id }] };
}

const may: Pick<Write, 'may' | 'owner'> = { may: ['planner'], owner: null };

/** Planners alone put words together; who may read an argument changes nothing of it. */
export function condensingOperations(triaged: Made, linked: Made): AreaCanaries['operations'] {
  const chosen = async (world: ForeignWorld) =>
    Object.assign(new ChosenFeedback(), { feedbackIds: [await triaged(world)] });
  const onArgument = (
    given: (world: ForeignWorld, id: string, feedbackId: string) => Promise<object>,
  ): Write => ({
    ...may,
    of: 'argument',
    given: async (world) => {
      const feedbackId = await triaged(world);
      const { id } = await newArgument(world, [feedbackId]);
      return { path: { id, feedbackId }, ...(await given(world, id, feedbackId)) };
    },
  });
  const onGroup = (given: (world: ForeignWorld, feedbackIds: string[]) => Promise<object>): Write => ({
    ...may,
    of: 'feedback-group',
    given: async (world) => {
      const feedbackIds = [await linked(world), await linked(world)];
      const { id } = await newGroup(world, feedbackIds);
      return { path: { id }, ...(await given(world, feedbackIds)) };
    },
  });
  const fieldId = (world: ForeignWorld) => String(world.the('field-of-action')['id']);
  return {
    'GET /api/arguments': reads(),
    'GET /api/arguments/{id}': reads('argument'),
    'GET /api/arguments/{id}/feedback': reads('argument'),
    'POST /api/arguments': {
      ...may,
      given: async (world) => ({
        body: Object.assign(new CreateArgument(), { title: 'Eingeschlichen', fieldId: fieldId(world) }),
      }),
    },
    'PUT /api/arguments/{id}': onArgument(async (world) => ({
      version: 1,
      body: Object.assign(new SaveArgument(), { title: 'Eingeschlichen', fieldId: fieldId(world) }),
    })),
    'DELETE /api/arguments/{id}': onArgument(async () => ({})),
    'POST /api/arguments/{id}/feedback': onArgument(async (world) => ({ body: await chosen(world) })),
    'PUT /api/arguments/{id}/feedback/{feedbackId}': onArgument(async () => ({
      body: Object.assign(new SaveIndividual(), { individual: 'Eingeschlichen' }),
    })),
    'DELETE /api/arguments/{id}/feedback/{feedbackId}': onArgument(async () => ({})),
    'GET /api/feedback-groups': reads(),
    'GET /api/feedback-groups/proposals': reads(),
    'GET /api/feedback-groups/{id}': reads('feedback-group'),
    'GET /api/feedback-groups/export.csv': reads(),
    'POST /api/feedback-groups/dismissals': {
      ...may,
      given: async (world) => ({ body: await chosen(world) }),
    },
    'DELETE /api/feedback-groups/dismissals/{dismissalId}': {
      ...may,
      given: async (world) => {
        const body = await chosen(world);
        const { id } = await world.somebody.planner.post<{ id: string }>(
          '/api/feedback-groups/dismissals',
          body,
        );
        return { path: { dismissalId: id } };
      },
    },
    'POST /api/feedback-groups': {
      ...may,
      given: async (world) => ({
        body: Object.assign(new CreateGroup(), {
          name: 'Eingeschlichen',
          feedbackIds: [await triaged(world)],
        }),
      }),
    },
    'PUT /api/feedback-groups/{id}': onGroup(async () => ({
      version: 1,
      body: Object.assign(new SaveGroup(), { name: 'Eingeschlichen' }),
    })),
    'DELETE /api/feedback-groups/{id}': onGroup(async () => ({})),
    'POST /api/feedback-groups/{id}/add': onGroup(async (world) => ({ body: await chosen(world) })),
    'POST /api/feedback-groups/{id}/take-out': onGroup(async (_, [first]) => ({
      body: Object.assign(new ChosenFeedback(), { feedbackIds: [first] }),
    })),
    'POST /api/feedback-groups/{id}/split': onGroup(async (_, [first]) => ({
      body: Object.assign(new CreateGroup(), { name: 'Eingeschlichen', feedbackIds: [first] }),
    })),
    'POST /api/feedback-groups/{id}/merge': onGroup(async (world, feedbackIds) => ({
      body: Object.assign(new MergeGroup(), { groupId: (await newGroup(world, feedbackIds)).id }),
    })),
    'POST /api/feedback-groups/{id}/answer': onGroup(async (world, feedbackIds) => ({
      body: Object.assign(new AnswerGroup(), {
        decision: 'NOTED',
        answer: 'Eingeschlichen',
        items: await Promise.all(
          feedbackIds.map(async (id) => {
            const { version } = await feedbackView(world.somebody.planner, id);
            return { id, version };
          }),
        ),
      }),
    })),
  };
}
