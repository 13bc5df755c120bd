import { addDays, addMonths, type Day } from '../../time';
import type { TemplatePhaseView } from './template-views';

interface Steps {
  steps: readonly unknown[];
}

/** "3.1": phases are counted from 0, steps within their phase from 1. */
export function stepNumber(phase: number, step: number): string {
  return `${phase}.${step + 1}`;
}

/** The number of each step by its key. */
export function stepNumbers(phases: readonly Pick<TemplatePhaseView, 'steps'>[]): Map<string, string> {
  return new Map(
    phases.flatMap(({ steps }, phase) =>
      steps.map(({ key }, step) => [key, stepNumber(phase, step)] as const),
    ),
  );
}

export function countSteps(phases: readonly Steps[]): number {
  return phases.reduce((sum, { steps }) => sum + steps.length, 0);
}

/**
 * The last day of a step in a cycle: a Bauplan of 60 months is stretched or shortened to the cycle that is made
 * from it, so that its last step never comes after the cycle's end.
 */
export function dueInCycle(
  { dueMonth, months }: { dueMonth: number; months: number },
  { beginsOn, endsOn }: { beginsOn: Day; endsOn: Day },
): Day {
  const end = addDays(endsOn, 1);
  const cycleMonths = monthsBetween(beginsOn, end);
  const due = addDays(addMonths(beginsOn, Math.max(1, Math.round((dueMonth * cycleMonths) / months))), -1);
  return due > endsOn ? endsOn : due;
}

function monthsBetween(from: Day, to: Day): number {
  let months = 0;
  while (addMonths(from, months + 1) <= to) months += 1;
  return months;
}
