import { type MoveOf, Moves } from '../moves';
import type { DecisionKind } from './decision-kinds';
import { decisionProblems } from './decisions-problems';

export const decisionStates = ['OPEN', 'PROPOSED', 'DECIDED'] as const;
export type DecisionState = (typeof decisionStates)[number];

export const decisionStateLabels: Record<DecisionState, string> = {
  OPEN: 'offen',
  PROPOSED: 'vorgeschlagen',
  DECIDED: 'entschieden',
};

/** What the moves look at: what there is to choose from and what was said with the move. */
export interface ChoosingFacts {
  kind: DecisionKind;
  /** Topics in use, for their order. */
  topics: number;
  /** Whether one of the decision's own options was chosen; the order of topics has none. */
  optionChosen: boolean;
}

export interface DecidingFacts extends ChoosingFacts {
  /** Berlin days. */
  decidedOn: string;
  today: string;
  /** Who decided: a committee or a name. */
  body: string;
}

export interface ReopeningFacts {
  reason: string;
}

const hasTopics = ({ kind, topics }: ChoosingFacts): boolean => kind !== 'TOPICS' || topics > 0;
const hasOption = ({ kind, optionChosen }: ChoosingFacts): boolean => kind === 'TOPICS' || optionChosen;

/** Open until a body has decided; what a body decided stands until somebody opens it again and says why. */
export const decisionMoves = new Moves({
  states: decisionStates,
  starts: ['OPEN'],
  ends: [],
  problems: decisionProblems,
  otherwise: whyNot,
  table: {
    change: { from: ['OPEN', 'PROPOSED'] },
    propose: {
      from: ['OPEN', 'PROPOSED'],
      to: 'PROPOSED',
      needs: [
        ['decision-needs-topics', hasTopics],
        ['decision-needs-option', hasOption, 'optionId'],
      ],
    },
    withdraw: { from: ['PROPOSED'], to: 'OPEN' },
    decide: {
      from: ['OPEN', 'PROPOSED'],
      to: 'DECIDED',
      needs: [
        ['decision-needs-topics', hasTopics],
        ['decision-needs-option', hasOption, 'optionId'],
        ['decision-needs-body', ({ body }: DecidingFacts) => body.trim() !== '', 'committeeId'],
        ['decision-needs-day', ({ decidedOn }: DecidingFacts) => decidedOn !== '', 'decidedOn'],
        [
          'decision-in-future',
          ({ decidedOn, today }: DecidingFacts) => decidedOn === '' || decidedOn <= today,
          'decidedOn',
        ],
      ],
    },
    reopen: {
      from: ['DECIDED'],
      to: 'OPEN',
      needs: [
        ['decision-reopen-reason', ({ reason }: ReopeningFacts) => reason.trim().length >= 3, 'reason'],
      ],
    },
    remove: { from: ['OPEN'] },
  },
});
export type DecisionMove = MoveOf<typeof decisionMoves>;

function whyNot(state: DecisionState): 'decision-stands' | 'decision-not-proposed' | 'decision-proposed' {
  if (state === 'DECIDED') return 'decision-stands';
  return state === 'PROPOSED' ? 'decision-proposed' : 'decision-not-proposed';
}
