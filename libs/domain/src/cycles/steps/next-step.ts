import type { StepListItem } from './step-views';

/** The step that is due next and not blocked, and what its button says; null where nothing is open. */
export function nextStep(steps: readonly StepListItem[]): { id: string; says: string } | null {
  const [next] = steps
    .filter(({ state }) => state === 'OPEN' || state === 'IN_PROGRESS')
    .toSorted(
      (one, other) =>
        one.dueOn.localeCompare(other.dueOn) ||
        one.number.localeCompare(other.number, 'de', { numeric: true }),
    );
  if (!next) return null;
  const verb = next.state === 'OPEN' ? 'beginnen' : 'fortsetzen';
  return { id: next.id, says: `Schritt ${next.number} ${verb}` };
}
