import { type MoveOf, Moves } from '../moves';
import { measureProblems } from './measures-problems';

export const measureStates = ['DRAFT', 'OPEN', 'CLOSED'] as const;
export type MeasureState = (typeof measureStates)[number];

export const measureStateLabels: Record<MeasureState, string> = {
  DRAFT: 'Entwurf',
  OPEN: 'offen',
  CLOSED: 'abgeschlossen',
};

export const measureMoves = new Moves({
  states: measureStates,
  starts: ['DRAFT'],
  ends: ['CLOSED'],
  problems: measureProblems,
  otherwise: 'measure-move-not-allowed',
  table: {
    open: { from: ['DRAFT'], to: 'OPEN' },
    close: { from: ['OPEN'], to: 'CLOSED' },
  },
});
export type MeasureMove = MoveOf<typeof measureMoves>;

/** What the buttons say. */
export const measureMoveLabels: Record<MeasureMove, string> = {
  open: 'Öffnen',
  close: 'Abschließen',
};
