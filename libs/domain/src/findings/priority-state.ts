import { type MoveOf, Moves } from '../moves';
import { findingProblems } from './findings-problems';

export const priorityStates = ['DRAFT', 'PROPOSED', 'SET', 'DROPPED'] as const;
export type PriorityState = (typeof priorityStates)[number];

export const priorityStateLabels: Record<PriorityState, string> = {
  DRAFT: 'Entwurf',
  PROPOSED: 'vorgeschlagen',
  SET: 'gesetzt',
  DROPPED: 'verworfen',
};

/** In which order a list of Schwerpunkte can stand other than the newest first. */
export const priorityOrders = ['points'] as const;
export type PriorityOrder = (typeof priorityOrders)[number];

export const priorityMoves = new Moves({
  states: priorityStates,
  starts: ['DRAFT'],
  ends: ['DROPPED'],
  problems: findingProblems,
  otherwise: 'priority-move-not-allowed',
  table: {
    propose: { from: ['DRAFT'], to: 'PROPOSED' },
    set: { from: ['PROPOSED'], to: 'SET' },
    reopen: { from: ['PROPOSED', 'SET'], to: 'DRAFT' },
    drop: {
      from: ['DRAFT', 'PROPOSED', 'SET'],
      to: 'DROPPED',
      needs: [
        ['priority-carries-recommendations', carriesNothing],
        ['priority-reason-missing', hasReason, 'reason'],
      ],
    },
  },
});
export type PriorityMove = MoveOf<typeof priorityMoves>;

/** What the buttons say. */
export const priorityMoveLabels: Record<PriorityMove, string> = {
  propose: 'Vorschlagen',
  set: 'Setzen',
  reopen: 'Wieder bearbeiten',
  drop: 'Verwerfen',
};

/** Of the Empfehlungen that are derived from it, those that are not withdrawn. */
function carriesNothing({ recommendationCount }: { recommendationCount: number }): boolean {
  return recommendationCount === 0;
}

function hasReason({ reason }: { reason: string }): boolean {
  return reason.trim() !== '';
}
