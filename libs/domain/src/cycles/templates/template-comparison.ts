import { stepNumbers } from './template-content';
import { stepRoleLabels } from './template-roles';
import type { TemplatePhaseView, TemplateStepView } from './template-views';

export type StepDifference = 'added' | 'removed' | 'moved' | 'changed' | 'same';

export const stepDifferenceLabels: Record<StepDifference, string> = {
  added: 'neu',
  removed: 'entfallen',
  moved: 'verschoben',
  changed: 'geändert',
  same: 'gleich',
};

export interface ComparedStep {
  key: string;
  /** A step can be moved and changed at once. */
  differences: StepDifference[];
  before: { number: string; phase: string; title: string } | null;
  after: { number: string; phase: string; title: string } | null;
  /** What is told differently, side by side. */
  fields: { label: string; before: string; after: string }[];
}

type Told = Pick<TemplatePhaseView, 'key' | 'name' | 'steps'>;

const fields: readonly [label: string, of: (step: TemplateStepView) => string][] = [
  ['Titel', (it) => it.title],
  ['In einfachen Worten', (it) => it.summary],
  ['Federführung', (it) => [stepRoleLabels[it.leadRole], it.lead].filter(Boolean).join(': ')],
  ['Beteiligt', (it) => it.involvedRoles.map((role) => stepRoleLabels[role]).join(', ')],
  ['Fachbereiche', (it) => it.internalActors.join(', ')],
  ['Externe', (it) => it.externalActors.join(', ')],
  ['Was', (it) => it.task],
  ['Bis Monat', (it) => String(it.dueMonth)],
  ['Grundlage', (it) => it.input],
  ['Ergebnis', (it) => it.result],
  ['Fertig, wenn', (it) => it.doneWhen],
  [
    'Methodenblätter',
    (it) => it.methods.map(({ title, number }) => `${title} (Fassung ${number})`).join(', '),
  ],
];

/**
 * Two versions step by step, in the order of the later one; what fell away stands at the end. A step counts as moved
 * only if somebody moved it: what slides along because a neighbour came or went stays where it is.
 */
export function compareTemplates(before: readonly Told[], after: readonly Told[]): ComparedStep[] {
  const [earlier, later] = [placed(before), placed(after)];
  const stayed = unmoved(
    [...earlier.keys()].filter((key) => later.has(key)),
    [...later.keys()].filter((key) => earlier.has(key)),
  );
  const compared = [...later].map(([key, now]): ComparedStep => {
    const then = earlier.get(key);
    if (!then) return { key, differences: ['added'], before: null, after: now.told, fields: [] };
    const told = fields.flatMap(([label, of]) => {
      const [one, other] = [of(then.step), of(now.step)];
      return one === other ? [] : [{ label, before: one, after: other }];
    });
    const differences: StepDifference[] = [];
    if (!stayed.has(key) || then.phaseKey !== now.phaseKey) differences.push('moved');
    if (told.length > 0) differences.push('changed');
    if (differences.length === 0) differences.push('same');
    return { key, differences, before: then.told, after: now.told, fields: told };
  });
  const removed = [...earlier]
    .filter(([key]) => !later.has(key))
    .map(([key, { told }]): ComparedStep => ({
      key,
      differences: ['removed'],
      before: told,
      after: null,
      fields: [],
    }));
  return [...compared, ...removed];
}

function placed(phases: readonly Told[]) {
  const numbers = stepNumbers(phases);
  return new Map(
    phases.flatMap((phase) =>
      phase.steps.map(
        (step) =>
          [
            step.key,
            {
              step,
              phaseKey: phase.key,
              told: { number: numbers.get(step.key) ?? '', phase: phase.name, title: step.title },
            },
          ] as const,
      ),
    ),
  );
}

/** The keys of the longest run that both orders have in common: those nobody moved. */
function unmoved(before: readonly string[], after: readonly string[]): Set<string> {
  const place = new Map(before.map((key, index) => [key, index]));
  const best: string[][] = [];
  let longest: string[] = [];
  after.forEach((key, index) => {
    const own = place.get(key) ?? 0;
    let run: string[] = [];
    for (let earlier = 0; earlier < index; earlier += 1) {
      const other = after[earlier];
      const candidate = best[earlier];
      if (other && candidate && (place.get(other) ?? 0) < own && candidate.length > run.length)
        run = candidate;
    }
    const mine = [...run, key];
    best.push(mine);
    if (mine.length > longest.length) longest = mine;
  });
  return new Set(longest);
}
