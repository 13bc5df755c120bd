import { type MoveOf, Moves } from '../moves';
import { findingProblems } from './findings-problems';

export const findingStates = ['DRAFT', 'OPEN', 'CLOSED'] as const;
export type FindingState = (typeof findingStates)[number];

export const findingStateLabels: Record<FindingState, string> = {
  DRAFT: 'Entwurf',
  OPEN: 'offen',
  CLOSED: 'abgeschlossen',
};

export const findingMoves = new Moves({
  states: findingStates,
  starts: ['DRAFT'],
  ends: ['CLOSED'],
  problems: findingProblems,
  otherwise: 'finding-move-not-allowed',
  table: {
    open: { from: ['DRAFT'], to: 'OPEN' },
    close: { from: ['OPEN'], to: 'CLOSED' },
  },
});
export type FindingMove = MoveOf<typeof findingMoves>;

/** What the buttons say. */
export const findingMoveLabels: Record<FindingMove, string> = {
  open: 'Öffnen',
  close: 'Abschließen',
};
