import { type MoveOf, Moves } from '../../moves';
import { type PrioritisationProblem, prioritisationProblems } from './prioritisation-problems';
import {
  type PrioritisationMode,
  type PrioritisationState,
  prioritisationStates,
} from './prioritisation-words';

export interface OpeningFacts {
  mode: PrioritisationMode;
  options: number;
  closesAt: Date | null;
  /** People with an address who would get a link; none are needed where phones come by themselves. */
  recipients: number;
  now: Date;
}

interface EndFacts {
  closesAt: Date | null;
  now: Date;
}

const endsLater = ({ closesAt, now }: EndFacts): boolean => closesAt === null || closesAt > now;
const byMail = ({ mode }: Pick<OpeningFacts, 'mode'>): boolean => mode === 'MAIL';

/** What the office does with a Punktabfrage. Nothing leads out of CLOSED: a result stands. */
export const prioritisationMoves = new Moves({
  states: prioritisationStates,
  starts: ['DRAFT'],
  ends: ['CLOSED', 'CANCELLED'],
  problems: prioritisationProblems,
  otherwise: whyNot,
  table: {
    change: { from: ['DRAFT'] },
    open: {
      from: ['DRAFT'],
      to: 'OPEN',
      needs: [
        ['points-need-options', (it: Pick<OpeningFacts, 'options'>) => it.options >= 2, 'options'],
        [
          'points-need-end',
          (it: Pick<OpeningFacts, 'mode' | 'closesAt'>) => !byMail(it) || it.closesAt !== null,
          'closesDay',
        ],
        ['points-end-in-past', endsLater, 'closesDay'],
        [
          'points-need-people',
          (it: Pick<OpeningFacts, 'mode' | 'recipients'>) => !byMail(it) || it.recipients > 0,
          'networkId',
        ],
      ],
    },
    adjust: { from: ['OPEN'], needs: [['points-end-in-past', endsLater, 'closesDay']] },
    recall: { from: ['OPEN'], to: 'DRAFT', needs: [['points-only-by-mail', byMail]] },
    remind: { from: ['OPEN'], needs: [['points-only-by-mail', byMail]] },
    close: { from: ['OPEN'], to: 'CLOSED' },
    cancel: { from: ['OPEN'], to: 'CANCELLED' },
    remove: { from: ['DRAFT'] },
  },
});
export type PrioritisationMove = MoveOf<typeof prioritisationMoves>;

/**
 * The state people see: what has passed its end takes no points any more, whether or not anybody wrote that down.
 * @param now the moment that is asked about
 */
export function prioritisationStateAt(
  { state, closesAt }: { state: PrioritisationState; closesAt: Date | null },
  now: Date,
): PrioritisationState {
  return state === 'OPEN' && closesAt !== null && closesAt <= now ? 'CLOSED' : state;
}

/** What is said of a step or of points in a state that does not allow them. */
export function whyNot(state: PrioritisationState): PrioritisationProblem {
  switch (state) {
    case 'DRAFT':
      return 'points-not-open';
    case 'CLOSED':
      return 'points-closed';
    case 'CANCELLED':
      return 'points-cancelled';
    case 'OPEN':
      return 'points-move-not-allowed';
  }
}
