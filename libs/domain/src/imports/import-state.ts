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

export type ImportMove = 'check' | 'apply' | 'undo' | 'cancel' | 'discard';

/** From which state a button leads where; a move that is not here is refused. */
export const importMoves: Record<ImportMove, Partial<Record<ImportState, ImportState>>> = {
  check: { MAPPING: 'CHECKING', CHECKED: 'CHECKING' },
  apply: { CHECKED: 'APPLYING' },
  undo: { APPLIED: 'UNDOING' },
  cancel: { CHECKING: 'MAPPING', APPLYING: 'CHECKED', UNDOING: 'APPLIED' },
  discard: { MAPPING: 'DISCARDED', CHECKED: 'DISCARDED' },
};

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
  SAME: 'steht weiter oben',
  SKIP: 'überspringen',
  OPEN: 'noch offen',
};
