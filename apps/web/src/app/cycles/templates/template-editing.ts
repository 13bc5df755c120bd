import type { TemplatePhaseView, TemplateStepView, TemplateView } from '@runder-tisch/domain/cycles';
import {
  SaveTemplate,
  type TemplatePhaseInput,
  TemplateStepInput,
} from '@runder-tisch/domain/cycles/templates/template-requests';

export type Phases = readonly TemplatePhaseView[];

/** Where a step stands: index of its phase, index among its steps. */
export interface Place {
  phase: number;
  step: number;
}

export function withStepMoved(phases: Phases, from: Place, to: Place): TemplatePhaseView[] {
  const moved = phases[from.phase]?.steps[from.step];
  if (!moved) return [...phases];
  const without = phases.map((phase, index) =>
    index === from.phase ? { ...phase, steps: phase.steps.filter((_, at) => at !== from.step) } : phase,
  );
  return without.map((phase, index) =>
    index === to.phase ? { ...phase, steps: phase.steps.toSpliced(to.step, 0, moved) } : phase,
  );
}

/** One place up or down; over the edge of its phase into the next one. Null where there is no further place. */
export function placeBeside(phases: Phases, { phase, step }: Place, by: -1 | 1): Place | null {
  const own = phases[phase]?.steps.length ?? 0;
  if (step + by >= 0 && step + by < own) return { phase, step: step + by };
  const next = phases[phase + by];
  if (!next) return null;
  return { phase: phase + by, step: by === 1 ? 0 : next.steps.length };
}

export function withStep(phases: Phases, phaseKey: string, step: TemplateStepView): TemplatePhaseView[] {
  return phases.map((phase) => {
    if (phase.key !== phaseKey) return phase;
    const isNew = !phase.steps.some(({ key }) => key === step.key);
    const steps = isNew ? [...phase.steps, step] : phase.steps.map((it) => (it.key === step.key ? step : it));
    return { ...phase, steps };
  });
}

export function withoutStep(phases: Phases, key: string): TemplatePhaseView[] {
  return phases.map((phase) => ({ ...phase, steps: phase.steps.filter((it) => it.key !== key) }));
}

export function asRequest({ changeNote, months, phases }: TemplateView): SaveTemplate {
  return Object.assign(new SaveTemplate(), { changeNote, months, phases: phases.map(phaseInput) });
}

export function stepInput({ methods, ...step }: TemplateStepView): TemplateStepInput {
  return Object.assign(new TemplateStepInput(), { ...step, methodIds: methods.map(({ id }) => id) });
}

function phaseInput({ key, name, summary, steps }: TemplatePhaseView): TemplatePhaseInput {
  return { key, name, summary, steps: steps.map(stepInput) };
}

/** One actor a line, as they are typed. */
export function actorsOf(text: string): string[] {
  return [
    ...new Set(
      text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ];
}
