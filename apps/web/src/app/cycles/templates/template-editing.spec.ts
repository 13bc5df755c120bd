import type { TemplatePhaseView, TemplateStepView } from '@runder-tisch/domain/cycles';
import { actorsOf, placeBeside, withStepMoved } from './template-editing';

const phase = (key: string, ...steps: string[]): TemplatePhaseView => ({
  key,
  name: key,
  summary: '',
  steps: steps.map((it) => ({ key: it }) as TemplateStepView),
});
const keys = (phases: readonly TemplatePhaseView[]) =>
  phases.map(({ steps }) => steps.map(({ key }) => key).join(''));

describe('Moving a step of the Bauplan', () => {
  const phases = [phase('A', 'a', 'b'), phase('B'), phase('C', 'c')];

  it('changes its place within a phase and between phases', () => {
    expect(keys(withStepMoved(phases, { phase: 0, step: 0 }, { phase: 0, step: 1 }))).toEqual([
      'ba',
      '',
      'c',
    ]);
    expect(keys(withStepMoved(phases, { phase: 0, step: 1 }, { phase: 2, step: 0 }))).toEqual([
      'a',
      '',
      'bc',
    ]);
  });

  it('leads by the keyboard over the edge of a phase, and no further than the plan', () => {
    expect(placeBeside(phases, { phase: 0, step: 1 }, 1)).toEqual({ phase: 1, step: 0 });
    expect(placeBeside(phases, { phase: 2, step: 0 }, -1)).toEqual({ phase: 1, step: 0 });
    expect(placeBeside(phases, { phase: 0, step: 1 }, -1)).toEqual({ phase: 0, step: 0 });
    expect(placeBeside(phases, { phase: 0, step: 0 }, -1)).toBeNull();
    expect(placeBeside(phases, { phase: 2, step: 0 }, 1)).toBeNull();
  });
});

describe('Actors as they are typed', () => {
  it('stand one a line, each once', () => {
    expect(actorsOf(' Jobcenter\n\nSozialamt \nJobcenter')).toEqual(['Jobcenter', 'Sozialamt']);
  });
});
