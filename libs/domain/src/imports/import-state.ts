import { type MoveOf, Moves } from '../moves';
import { importProblems } from './imports-problems';

/**
 * Where an import stands. CHECKING, APPLYING and UNDOING are worked on in the background; the others wait for
 * somebody, or are the end.
 */
export const importStates = [
  'MAPPING',
  'CHECKING',
  'CHECKED',
  'APPLYING',
  'APPLIED',
  'UNDOING',
  'UNDONE',
  'DISCARDED',
] as const;
export type ImportState = (typeof importStates)[number];

export const importStateLabels: Record<ImportState, string> = {
  MAPPING: 'Spalten zuordnen',
  CHECKING: 'wird geprüft',
  CHECKED: 'zu entscheiden',
  APPLYING: 'wird übernommen',
  APPLIED: 'übernommen',
  UNDOING: 'wird rückgängig gemacht',
  UNDONE: 'rückgängig gemacht',
  DISCARDED: 'verworfen',
};

/** The buttons, and the three ways in which the work in the background ends. */
export const importMoves = new Moves({
  states: importStates,
  starts: ['MAPPING'],
  ends: ['UNDONE', 'DISCARDED'],
  problems: importProblems,
  otherwise: (state) => (isWorking(state) ? 'import-busy' : 'import-not-in-this-state'),
  table: {
    /** Another sheet of the file is read. */
    read: { from: ['MAPPING', 'CHECKED'], to: 'MAPPING' },
    check: { from: ['MAPPING', 'CHECKED'], to: 'CHECKING' },
    decide: { from: ['CHECKED'] },
    /** A cell was corrected and the list is checked again, at once or, where it is long, in the background. */
    correct: { from: ['CHECKED'] },
    apply: { from: ['CHECKED'], to: 'APPLYING' },
    undo: { from: ['APPLIED'], to: 'UNDOING' },
    discard: { from: ['MAPPING', 'CHECKED'], to: 'DISCARDED' },
    finish: [
      { from: ['CHECKING'], to: 'CHECKED' },
      { from: ['APPLYING'], to: 'APPLIED' },
      { from: ['UNDOING'], to: 'UNDONE' },
    ],
    /** Stopped by hand or by an error: back to where it was before. */
    cancel: [
      { from: ['CHECKING'], to: 'MAPPING' },
      { from: ['APPLYING'], to: 'CHECKED' },
      { from: ['UNDOING'], to: 'APPLIED' },
    ],
    /** Somebody else changed what it was checked against: it has to be checked anew. */
    overtake: [
      { from: ['CHECKING', 'APPLYING'], to: 'MAPPING' },
      { from: ['UNDOING'], to: 'APPLIED' },
    ],
  },
});
export type ImportMove = MoveOf<typeof importMoves>;

/** Worked on in the background: the page shows progress and offers to stop. */
export function isWorking(state: ImportState): boolean {
  return state === 'CHECKING' || state === 'APPLYING' || state === 'UNDOING';
}

/**
 * What becomes of an entry. CREATE makes a new one, MERGE fills what is empty in one that is there, KNOWN is there
 * already with everything, SAME stands in an earlier line of the file, SKIP leaves it out, OPEN waits for a decision.
 */
export const importDecisions = ['CREATE', 'MERGE', 'KNOWN', 'SAME', 'SKIP', 'OPEN'] as const;
export type ImportDecision = (typeof importDecisions)[number];

export const importDecisionLabels: Record<ImportDecision, string> = {
  CREATE: 'neu anlegen',
  MERGE: 'zusammenführen',
  KNOWN: 'schon da',
  SAME: 'doppelt in der Liste',
  SKIP: 'überspringen',
  OPEN: 'noch offen',
};
