import type { AreaCanaries } from '../canary';
import { actorAnalysisOperations, actorAnalysisWords, plantActorAnalysis } from './cycles/actor-analysis';
import { cycleOperations, cycleWords, plantCycles } from './cycles/cycles';
import { discourseOperations, discourseWords, plantDiscourse } from './cycles/discourse';
import { plantTemplates, templateOperations, templateWords } from './cycles/templates';

export const cyclesCanaries: AreaCanaries = {
  area: 'cycles',
  words: { ...templateWords, ...cycleWords, ...discourseWords, ...actorAnalysisWords },
  plant: async (world) => {
    const planted = { ...(await plantTemplates(world)), ...(await plantCycles(world)) };
    const cycleId = String(planted['cycle']?.[0]?.['id']);
    return {
      ...planted,
      ...(await plantDiscourse(world, cycleId)),
      ...(await plantActorAnalysis(world, cycleId)),
    };
  },
  operations: {
    ...templateOperations,
    ...cycleOperations,
    ...discourseOperations,
    ...actorAnalysisOperations,
  },
};
