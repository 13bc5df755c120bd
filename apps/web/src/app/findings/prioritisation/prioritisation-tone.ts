import type { PrioritisationState } from '@runder-tisch/domain/findings/prioritisation';

/** The colour of a badge only repeats what its word says. */
export function prioritisationTone(state: PrioritisationState): string {
  if (state === 'OPEN') return 'rt-badge-accent';
  if (state === 'CLOSED') return 'rt-badge-positive';
  return state === 'CANCELLED' ? 'rt-badge-negative' : '';
}

/** "17 von 24 haben Punkte vergeben" */
export function givenInWords({ given, places }: { given: number; places: number }): string {
  return `${given} von ${places} ${given === 1 ? 'hat' : 'haben'} Punkte vergeben`;
}
