import {
  AssignFeedback,
  SaveResponsibility,
} from '@runder-tisch/domain/feedback/assignments/assignment-requests';
import { addDays } from '@runder-tisch/domain/time';
import { assignFeedback } from '@runder-tisch/scenario/assignments';
import { feedbackGroup } from '@runder-tisch/scenario/condensing';
import { type AreaCanaries, type ForeignWorld, reads, type Write } from '../../canary';

type Made = (world: ForeignWorld) => Promise<string>;

const dueIn = (world: ForeignWorld): string => addDays(world.today, 7);
const toPlanner = (world: ForeignWorld): AssignFeedback =>
  Object.assign(new AssignFeedback(), { accountId: world.somebody.planner.accountId, due: dueIn(world) });

/** Those who work on a Hinweis say who sees to it; who answers for a Handlungsfeld is said by those who keep the list. */
export function assignmentOperations(triaged: Made): AreaCanaries['operations'] {
  const assign: Write = {
    may: ['planner'],
    owner: 'coordinator',
    of: 'feedback',
    given: async (world) => ({ path: { id: await triaged(world) }, body: toPlanner(world) }),
  };
  const assigned = async (world: ForeignWorld) => {
    const id = await triaged(world);
    const planner = world.somebody.planner;
    return { id, ...(await assignFeedback(planner, id, planner.accountId, dueIn(world))) };
  };
  const fieldId = (world: ForeignWorld) => String(world.the('field-of-action')['id']);
  const kept: Write = {
    may: ['admin', 'planner'],
    owner: null,
    given: async (world) => ({
      path: { fieldId: fieldId(world) },
      body: Object.assign(new SaveResponsibility(), { accountId: world.somebody.planner.accountId }),
    }),
  };
  return {
    'GET /api/feedback-assignees': reads(),
    'POST /api/feedback/{id}/assign': assign,
    'POST /api/feedback/{id}/unassign': {
      ...assign,
      given: async (world) => ({ path: { id: (await assigned(world)).id } }),
    },
    'POST /api/feedback-assignments/{id}/undo': {
      may: ['planner'],
      owner: 'coordinator',
      given: async (world) => ({ path: { id: (await assigned(world)).deedId } }),
    },
    'POST /api/feedback-groups/{id}/assign': {
      may: ['planner'],
      owner: null,
      of: 'feedback-group',
      given: async (world) => ({
        path: {
          id: (await feedbackGroup(world.somebody.planner, 'Kanariengruppe', [await triaged(world)])).id,
        },
        body: toPlanner(world),
      }),
    },
    'GET /api/feedback-responsibilities/{fieldId}': reads('field-of-action'),
    'PUT /api/feedback-responsibilities/{fieldId}': kept,
    'DELETE /api/feedback-responsibilities/{fieldId}': {
      ...kept,
      given: async (world) => {
        const body = Object.assign(new SaveResponsibility(), { accountId: world.somebody.planner.accountId });
        await world.somebody.planner.put(`/api/feedback-responsibilities/${fieldId(world)}`, body);
        return { path: { fieldId: fieldId(world) } };
      },
    },
  };
}
