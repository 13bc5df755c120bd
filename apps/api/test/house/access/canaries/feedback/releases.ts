import { AnswerGroup } from '@runder-tisch/domain/feedback/condensing/condensing-requests';
import { AnswerFeedback } from '@runder-tisch/domain/feedback/feedback-requests';
import { ReleaseAnswer } from '@runder-tisch/domain/feedback/releases/release-requests';
import { feedbackGroup } from '@runder-tisch/scenario/condensing';
import { feedbackStep, feedbackView } from '@runder-tisch/scenario/feedback';
import { type AreaCanaries, type ForeignWorld, type Write } from '../../canary';

type Made = (world: ForeignWorld) => Promise<string>;

const words = (): AnswerFeedback => Object.assign(new AnswerFeedback(), { answer: 'Eingeschlichen' });

/** Planners alone write answers, lay them before each other and let them out. */
export function releaseOperations(decided: Made, linked: Made): AreaCanaries['operations'] {
  const drafted: Made = async (world) => {
    const id = await decided(world);
    await feedbackStep(world.somebody.planner, id, 'draft', words());
    return id;
  };
  const step = (made: Made, body?: () => object): Write => ({
    may: ['planner'],
    owner: null,
    of: 'feedback',
    given: async (world) => {
      const id = await made(world);
      const { version } = await feedbackView(world.somebody.planner, id);
      return { path: { id }, version, ...(body ? { body: body() } : {}) };
    },
  });
  return {
    'POST /api/feedback/{id}/draft': step(decided, words),
    'POST /api/feedback/{id}/release': step(drafted, () => new ReleaseAnswer()),
    'POST /api/feedback/{id}/withdraw': step(drafted),
    'POST /api/feedback-groups/{id}/draft': {
      may: ['planner'],
      owner: null,
      of: 'feedback-group',
      given: async (world) => {
        const planner = world.somebody.planner;
        const feedbackId = await linked(world);
        const { version } = await feedbackView(planner, feedbackId);
        const body = Object.assign(new AnswerGroup(), {
          decision: 'NOTED',
          answer: 'Eingeschlichen',
          items: [{ id: feedbackId, version }],
        });
        const { id } = await feedbackGroup(planner, 'Kanariengruppe', [feedbackId]);
        return { path: { id }, body };
      },
    },
  };
}
