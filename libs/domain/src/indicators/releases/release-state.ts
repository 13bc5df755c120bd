import { type MoveOf, Moves } from '../../moves';
import { figureReleaseProblems } from './release-problems';

export const figureReleaseStates = ['CHECKING', 'READY', 'REFUSED', 'RELEASED', 'WITHDRAWN'] as const;
export type FigureReleaseState = (typeof figureReleaseStates)[number];

export const figureReleaseStateLabels: Record<FigureReleaseState, string> = {
  CHECKING: 'wird geprüft',
  READY: 'geprüft, noch nicht freigegeben',
  REFUSED: 'nicht möglich',
  RELEASED: 'freigegeben',
  WITHDRAWN: 'zurückgezogen',
};

/** The worker checks; a planner releases. What was released is taken back, never changed. */
export const figureReleaseMoves = new Moves({
  states: figureReleaseStates,
  starts: ['CHECKING'],
  ends: ['REFUSED', 'WITHDRAWN'],
  problems: figureReleaseProblems,
  otherwise: 'figure-release-move-not-allowed',
  table: {
    pass: { from: ['CHECKING'], to: 'READY' },
    refuse: { from: ['CHECKING'], to: 'REFUSED' },
    release: { from: ['READY'], to: 'RELEASED' },
    withdraw: { from: ['READY', 'RELEASED'], to: 'WITHDRAWN' },
  },
});
export type FigureReleaseMove = MoveOf<typeof figureReleaseMoves>;
