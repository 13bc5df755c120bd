import { type MoveOf, Moves } from '../../moves';
import { agreementProblems } from './agreement-problems';

/** What became of a Vereinbarung after the minutes that hold it were approved. */
export const agreementOutcomes = ['OPEN', 'DONE', 'DROPPED'] as const;
export type AgreementOutcome = (typeof agreementOutcomes)[number];

export const agreementOutcomeLabels: Record<AgreementOutcome, string> = {
  OPEN: 'offen',
  DONE: 'umgesetzt',
  DROPPED: 'entfallen',
};

/** The minutes stay as they were approved: an outcome stands beside the line, and may be taken back. */
export const agreementMoves = new Moves({
  states: agreementOutcomes,
  starts: ['OPEN'],
  ends: [],
  problems: agreementProblems,
  otherwise: 'agreement-move-refused',
  table: {
    fulfil: { from: ['OPEN'], to: 'DONE' },
    drop: { from: ['OPEN'], to: 'DROPPED' },
    reopen: { from: ['DONE', 'DROPPED'], to: 'OPEN' },
  },
});
export type AgreementMove = MoveOf<typeof agreementMoves>;
