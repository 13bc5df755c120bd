import { type MoveOf, Moves, type Refusal } from '../moves';
import { feedbackProblems } from './feedback-problems';
import { type FeedbackDecision, type FeedbackState, feedbackStates } from './feedback-words';

/** What the needs look at; entity, request and form value all fit. */
export interface FeedbackFacts {
  state: FeedbackState;
  flagged: boolean;
  primaryFieldId: string | null;
  furtherFieldIds: readonly string[];
  decision: FeedbackDecision | null;
  reason: string;
  forwardedTo: string;
  answer: string;
  rejectedReason: string;
}

/** What somebody gives to a move. */
export type MoveValues = Omit<FeedbackFacts, 'state' | 'flagged'>;

type Some<Name extends keyof FeedbackFacts> = Pick<FeedbackFacts, Name>;

const inFields = [
  [
    'feedback-move-not-allowed',
    (facts: Some<'primaryFieldId'>) => facts.primaryFieldId !== null,
    'primaryFieldId',
  ],
  [
    'feedback-primary-field-repeated',
    (facts: Some<'primaryFieldId' | 'furtherFieldIds'>) =>
      facts.primaryFieldId === null || !facts.furtherFieldIds.includes(facts.primaryFieldId),
    'furtherFieldIds',
  ],
] as const;

/** "Nicht aufgenommen" without a reason and "nicht zuständig" without an addressee leave the sender with nothing. */
const decided = [
  ['feedback-decision-missing', (facts: Some<'decision'>) => facts.decision !== null, 'decision'],
  [
    'feedback-reason-missing',
    (facts: Some<'decision' | 'reason'>) =>
      facts.decision === null || !needsReason(facts.decision) || isSaid(facts.reason),
    'reason',
  ],
  [
    'feedback-forwarded-to-missing',
    (facts: Some<'decision' | 'forwardedTo'>) =>
      facts.decision !== 'OUT_OF_SCOPE' || isSaid(facts.forwardedTo),
    'forwardedTo',
  ],
] as const;

/** Every way a Hinweis may go. */
export const feedbackMoves = new Moves({
  states: feedbackStates,
  starts: ['SESSION', 'SUBMITTED'],
  ends: ['ARCHIVED', 'REJECTED'],
  problems: feedbackProblems,
  otherwise: 'feedback-move-not-allowed',
  table: {
    'end-session': { from: ['SESSION'], to: 'SUBMITTED' },
    triage: { from: ['SUBMITTED'], to: 'TRIAGED' },
    // Linking a text without flags checks it in the same step; a linked one may be linked anew.
    link: [
      {
        from: ['SUBMITTED'],
        to: 'LINKED',
        needs: [['feedback-has-flags', (facts: Some<'flagged'>) => !facts.flagged], ...inFields],
      },
      { from: ['TRIAGED', 'LINKED'], to: 'LINKED', needs: inFields },
    ],
    unlink: { from: ['LINKED'], to: 'TRIAGED' },
    decide: { from: ['LINKED', 'DECIDED'], to: 'DECIDED', needs: decided },
    answer: {
      from: ['DECIDED'],
      to: 'ANSWERED',
      needs: [
        ...decided,
        ['feedback-answer-missing', (facts: Some<'answer'>) => isSaid(facts.answer), 'answer'],
      ],
    },
    archive: { from: ['ANSWERED'], to: 'ARCHIVED' },
    reject: {
      from: ['SUBMITTED'],
      to: 'REJECTED',
      needs: [
        [
          'feedback-reason-missing',
          (facts: Some<'rejectedReason'>) => isSaid(facts.rejectedReason),
          'reason',
        ],
      ],
    },
  },
});
export type FeedbackMove = MoveOf<typeof feedbackMoves>;

/** What a move takes from the request; everything else stays as it was. */
const sets: Partial<Record<FeedbackMove, readonly (keyof MoveValues)[]>> = {
  link: ['primaryFieldId', 'furtherFieldIds'],
  decide: ['decision', 'reason', 'forwardedTo'],
  answer: ['answer'],
  reject: ['rejectedReason'],
};

const clears: Partial<Record<FeedbackMove, Partial<MoveValues>>> = {
  unlink: { primaryFieldId: null, furtherFieldIds: [] },
};

/** Makes a move with what was given to it, or says why it may not be made. The needs look at the facts after it. */
export function makeMove(
  move: FeedbackMove,
  facts: FeedbackFacts,
  values: Partial<MoveValues> = {},
):
  { facts: FeedbackFacts; refusal: null } | { facts: null; refusal: Refusal<keyof typeof feedbackProblems> } {
  const given = Object.fromEntries(
    (sets[move] ?? []).filter((name) => values[name] !== undefined).map((name) => [name, values[name]]),
  );
  const after: FeedbackFacts = { ...facts, ...given, ...clears[move] };
  const { to, refusal } = feedbackMoves.next(facts.state, move, after);
  return refusal ? { facts: null, refusal } : { facts: { ...after, state: to }, refusal: null };
}

export function needsReason(decision: FeedbackDecision): boolean {
  return decision === 'NOT_INCORPORATED';
}

function isSaid(words: string): boolean {
  return words.trim() !== '';
}
