import type { AreaCanaries } from '../canary';
import { cycleOperations, cycleWords, plantCycles } from './cycles/cycles';
import { discourseOperations, discourseWords, plantDiscourse } from './cycles/discourse';
import { plantTemplates, templateOperations, templateWords } from './cycles/templates';

export const cyclesCanaries: AreaCanaries = {
  area: 'cycles',
  words: { ...templateWords, ...cycleWords, ...discourseWords },
  plant: async (world) => {
    const planted = { ...(await plantTemplates(world)), ...(await plantCycles(world)) };
    return { ...planted, ...(await plantDiscourse(world, String(planted['cycle']?.[0]?.['id']))) };
  },
  operations: { ...templateOperations, ...cycleOperations, ...discourseOperations },
};
