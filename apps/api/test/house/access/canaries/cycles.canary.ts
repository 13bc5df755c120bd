import type { AreaCanaries } from '../canary';
import { cycleOperations, cycleWords, plantCycles } from './cycles/cycles';
import { plantTemplates, templateOperations, templateWords } from './cycles/templates';

export const cyclesCanaries: AreaCanaries = {
  area: 'cycles',
  words: { ...templateWords, ...cycleWords },
  plant: async (world) => ({ ...(await plantTemplates(world)), ...(await plantCycles(world)) }),
  operations: { ...templateOperations, ...cycleOperations },
};
