/** States of a participation format with their German labels. */
export const formatStates = [
  'DRAFT',
  'PLANNED',
  'OPEN',
  'RUNNING',
  'CLOSED',
  'EVALUATED',
  'FED_BACK',
  'CANCELLED',
] as const;
export type FormatState = (typeof formatStates)[number];

export const formatStateLabels: Record<FormatState, string> = {
  DRAFT: 'Entwurf',
  PLANNED: 'geplant',
  OPEN: 'Anmeldung offen',
  RUNNING: 'läuft',
  CLOSED: 'abgeschlossen',
  EVALUATED: 'ausgewertet',
  FED_BACK: 'rückgekoppelt',
  CANCELLED: 'abgesagt',
};

/** The verbs of a format, as its buttons say them. */
export const formatMoves = ['plan', 'open', 'start', 'close', 'evaluate', 'feed-back', 'cancel'] as const;
export type FormatMove = (typeof formatMoves)[number];

export const formatMoveLabels: Record<FormatMove, string> = {
  plan: 'Als geplant vormerken',
  open: 'Anmeldung öffnen',
  start: 'Format beginnen',
  close: 'Abschließen',
  evaluate: 'Als ausgewertet kennzeichnen',
  'feed-back': 'Als rückgekoppelt kennzeichnen',
  cancel: 'Absagen',
};

/** Allowed moves as data: from which state a verb may be used and where it leads. */
export const formatMoveTable: Record<FormatMove, { from: readonly FormatState[]; to: FormatState }> = {
  plan: { from: ['DRAFT'], to: 'PLANNED' },
  open: { from: ['DRAFT', 'PLANNED'], to: 'OPEN' },
  start: { from: ['PLANNED', 'OPEN'], to: 'RUNNING' },
  close: { from: ['RUNNING'], to: 'CLOSED' },
  evaluate: { from: ['CLOSED'], to: 'EVALUATED' },
  'feed-back': { from: ['EVALUATED'], to: 'FED_BACK' },
  cancel: { from: ['DRAFT', 'PLANNED', 'OPEN', 'RUNNING'], to: 'CANCELLED' },
};

/** The verb that leads on from a state, whether its guard lets it pass yet or not; null at an end. */
export function nextFormatMove(state: FormatState): Exclude<FormatMove, 'cancel'> | null {
  const next: Record<FormatState, Exclude<FormatMove, 'cancel'> | null> = {
    DRAFT: 'plan',
    PLANNED: 'open',
    OPEN: 'start',
    RUNNING: 'close',
    CLOSED: 'evaluate',
    EVALUATED: 'feed-back',
    FED_BACK: null,
    CANCELLED: null,
  };
  return next[state];
}

/** What the guards of a move ask about a format. */
export interface FormatFacts {
  state: FormatState;
  /** When the return message went out to the participants; null: not yet. */
  returnedAt: Date | string | null;
  /** How many results are captured. */
  results: number;
}

/**
 * Whether a verb may be used now.
 * @returns the problem code, or null when the move is allowed
 */
export function formatMoveProblem(
  format: FormatFacts,
  move: FormatMove,
): 'format-move-not-allowed' | 'format-without-results' | 'format-not-returned' | null {
  if (!formatMoveTable[move].from.includes(format.state)) return 'format-move-not-allowed';
  if (move === 'evaluate' && format.results === 0) return 'format-without-results';
  if (move === 'feed-back' && format.returnedAt === null) return 'format-not-returned';
  return null;
}

/** The verbs somebody may use now, in the order of the work. */
export function possibleFormatMoves(format: FormatFacts): FormatMove[] {
  return formatMoves.filter((move) => formatMoveProblem(format, move) === null);
}
