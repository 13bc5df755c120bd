import { nextStep } from './next-step';
import type { StepListItem } from './step-views';

function step(number: string, dueOn: string, state: StepListItem['state']): StepListItem {
  return {
    ...{ id: number, number, dueOn, state, title: '', phase: '', lead: '', responsible: null },
    ...{ leadRole: 'planner', overdue: false, cycle: { id: '', name: '' } },
  };
}

describe('The next step of a Zyklus', () => {
  it('is the one due first that somebody can work on, with a verb', () => {
    const steps = [
      step('2.10', '2026-03-01', 'OPEN'),
      step('1.1', '2026-01-01', 'DONE'),
      step('1.2', '2026-01-15', 'BLOCKED'),
      step('2.2', '2026-03-01', 'IN_PROGRESS'),
      step('1.3', '2026-02-01', 'DROPPED'),
    ];
    expect(nextStep(steps)).toEqual({ id: '2.2', says: 'Schritt 2.2 fortsetzen' });
    expect(nextStep(steps.slice(0, 3))).toEqual({ id: '2.10', says: 'Schritt 2.10 beginnen' });
  });

  it('is none where nothing is open', () => {
    expect(nextStep([step('1.1', '2026-01-01', 'DONE')])).toBeNull();
    expect(nextStep([])).toBeNull();
  });
});
