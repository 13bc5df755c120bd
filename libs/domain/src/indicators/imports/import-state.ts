import { type MoveOf, Moves } from '../../moves';
import { indicatorProblems } from '../indicators-problems';

export const figureImportStates = ['READ', 'CHECKED', 'WRITTEN', 'UNDONE', 'DISCARDED'] as const;
export type FigureImportState = (typeof figureImportStates)[number];

export const figureImportStateLabels: Record<FigureImportState, string> = {
  READ: 'wird gelesen',
  CHECKED: 'zu prüfen',
  WRITTEN: 'übernommen',
  UNDONE: 'zurückgenommen',
  DISCARDED: 'verworfen',
};

/** A table of figures on its way into the catalogue. */
export const figureImportMoves = new Moves({
  states: figureImportStates,
  starts: ['READ'],
  ends: ['UNDONE', 'DISCARDED'],
  problems: indicatorProblems,
  otherwise: 'figure-import-not-open',
  table: {
    finish: { from: ['READ'], to: 'CHECKED' },
    readAgain: { from: ['CHECKED'], to: 'READ' },
    write: { from: ['CHECKED'], to: 'WRITTEN' },
    undo: { from: ['WRITTEN'], to: 'UNDONE' },
    discard: { from: ['READ', 'CHECKED'], to: 'DISCARDED' },
  },
});
export type FigureImportMove = MoveOf<typeof figureImportMoves>;

/** What a process beside is doing with it just now. */
export const figureImportTasks = ['READ', 'WRITE', 'UNDO'] as const;
export type FigureImportTask = (typeof figureImportTasks)[number];

/** What would happen with a value: WITHDRAWN has a sign now where a number stood. */
export const figureChanges = ['NEW', 'CHANGED', 'WITHDRAWN', 'SAME'] as const;
export type FigureChange = (typeof figureChanges)[number];

export const figureChangeLabels: Record<FigureChange, string> = {
  NEW: 'neu',
  CHANGED: 'geändert',
  WITHDRAWN: 'entfallen',
  SAME: 'unverändert',
};
