import { type FactsOf, type MoveOf, Moves } from '../../moves';
import { discourseProblems } from './discourse-problems';

export const discourseStates = ['PLANNED', 'RUNNING', 'CLOSED'] as const;
export type DiscourseState = (typeof discourseStates)[number];

export const discourseStateLabels: Record<DiscourseState, string> = {
  PLANNED: 'geplant',
  RUNNING: 'läuft',
  CLOSED: 'abgeschlossen',
};

/**
 * The rounds of a county follow each other: each begins with the reflection of the one before. So one runs at a time,
 * and once the next has begun a reflection stays as it was written.
 */
export const discourseMoves = new Moves({
  states: discourseStates,
  starts: ['PLANNED'],
  ends: [],
  problems: discourseProblems,
  otherwise: 'discourse-move-not-allowed',
  table: {
    start: {
      from: ['PLANNED'],
      to: 'RUNNING',
      needs: [['discourse-previous-open', hasReflectionBefore]],
    },
    close: {
      from: ['RUNNING'],
      to: 'CLOSED',
      needs: [['discourse-reflection-missing', isReflected, 'reflection']],
    },
    reopen: {
      from: ['CLOSED'],
      to: 'RUNNING',
      needs: [
        ['discourse-next-began', isLast],
        ['discourse-reason-missing', hasReason, 'reason'],
      ],
    },
  },
});
export type DiscourseMove = MoveOf<typeof discourseMoves>;
export type DiscourseFacts = FactsOf<typeof discourseMoves>;

/** What the buttons say. */
export const discourseMoveLabels: Record<DiscourseMove, string> = {
  start: 'Runde beginnen',
  close: 'Runde abschließen',
  reopen: 'Wieder öffnen',
};

/** The moves whose button a page shows: what stands against them is said when somebody tries. */
export function offeredDiscourseMoves(state: DiscourseState): DiscourseMove[] {
  return discourseMoves.from(state);
}

function hasReflectionBefore({ previousOpen }: { previousOpen: boolean }): boolean {
  return !previousOpen;
}

function isReflected({ reflection }: { reflection: string }): boolean {
  return reflection.trim() !== '';
}

function isLast({ nextBegan }: { nextBegan: boolean }): boolean {
  return !nextBegan;
}

function hasReason({ reason }: { reason: string }): boolean {
  return reason.trim() !== '';
}
