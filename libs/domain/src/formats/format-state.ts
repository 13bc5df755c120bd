import { type FactsOf, type MoveOf, Moves } from '../moves';
import { formatProblems } from './formats-problems';

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
  FED_BACK: 'Ergebnis mitgeteilt',
  CANCELLED: 'abgesagt',
};

/** What a format may do; the first verb from a state that does not cancel is the one that leads on. */
export const formatMoves = new Moves({
  states: formatStates,
  starts: ['DRAFT'],
  ends: ['FED_BACK', 'CANCELLED'],
  problems: formatProblems,
  otherwise: 'format-move-not-allowed',
  table: {
    plan: { from: ['DRAFT'], to: 'PLANNED' },
    open: { from: ['DRAFT', 'PLANNED'], to: 'OPEN' },
    start: { from: ['PLANNED', 'OPEN'], to: 'RUNNING' },
    close: { from: ['RUNNING'], to: 'CLOSED' },
    evaluate: { from: ['CLOSED'], to: 'EVALUATED', needs: [['format-without-results', hasResults]] },
    'feed-back': { from: ['EVALUATED'], to: 'FED_BACK', needs: [['format-not-returned', isReturned]] },
    cancel: { from: ['DRAFT', 'PLANNED', 'OPEN', 'RUNNING'], to: 'CANCELLED' },
  },
});
export type FormatMove = MoveOf<typeof formatMoves>;
export type FormatFacts = FactsOf<typeof formatMoves, FormatMove>;

/** The verbs of a format, as its buttons say them. */
export const formatMoveLabels: Record<FormatMove, string> = {
  plan: 'Als geplant vormerken',
  open: 'Anmeldung öffnen',
  start: 'Format beginnen',
  close: 'Abschließen',
  evaluate: 'Als ausgewertet kennzeichnen',
  'feed-back': 'Als mitgeteilt kennzeichnen',
  cancel: 'Absagen',
};

/** The verb that leads on from a state, whether its needs are met yet or not; null at an end. */
export function nextFormatMove(state: FormatState): Exclude<FormatMove, 'cancel'> | null {
  return formatMoves.from(state).find((move) => move !== 'cancel') ?? null;
}

function hasResults({ results }: { results: readonly unknown[] }): boolean {
  return results.length > 0;
}

/** What became of the letter with the results. */
interface Return {
  /** When it went out, by mail or by being published. */
  returnedAt: Date | string | null;
  /** Addresses of those who took part and have got no mail: publishing is enough where there is none. */
  unreached: number;
}

function isReturned({ returnedAt, unreached }: Return): boolean {
  return returnedAt !== null && unreached === 0;
}
