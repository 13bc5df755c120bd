import type { feedbackProblems } from './feedback-problems';
import type { FeedbackDecision, FeedbackState } from './feedback-words';

/** What a guard looks at; entity, request and form value all fit. */
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

export type FeedbackProblem = keyof typeof feedbackProblems;

export interface FeedbackRefusal {
  code: FeedbackProblem;
  /** The field of the form it belongs to. */
  path: string;
}

type Guard = (facts: FeedbackFacts) => FeedbackRefusal | null;

interface MoveRule {
  from: readonly FeedbackState[];
  to: FeedbackState;
  /** What the move takes from the request; everything else stays as it was. */
  sets?: readonly (keyof MoveValues)[];
  clears?: Partial<FeedbackFacts>;
  guard?: Guard;
}

/** What somebody gives to a move. */
export type MoveValues = Omit<FeedbackFacts, 'state' | 'flagged'>;

const linkable: Guard = (facts) => {
  if (facts.state === 'SUBMITTED' && facts.flagged) return { code: 'feedback-has-flags', path: '' };
  return fieldsRefusal(facts);
};

const answerable: Guard = (facts) =>
  decisionRefusal(facts) ??
  (facts.answer.trim() === '' ? { code: 'feedback-answer-missing', path: 'answer' } : null);

/** Every way a Hinweis may go. Guards see the facts after the move, with the state before it. */
export const feedbackMoves = {
  'end-session': { from: ['SESSION'], to: 'SUBMITTED' },
  triage: { from: ['SUBMITTED'], to: 'TRIAGED' },
  // Linking a text without flags checks it in the same step; a linked one may be linked anew.
  link: {
    from: ['SUBMITTED', 'TRIAGED', 'LINKED'],
    to: 'LINKED',
    sets: ['primaryFieldId', 'furtherFieldIds'],
    guard: linkable,
  },
  unlink: { from: ['LINKED'], to: 'TRIAGED', clears: { primaryFieldId: null, furtherFieldIds: [] } },
  decide: {
    from: ['LINKED', 'DECIDED'],
    to: 'DECIDED',
    sets: ['decision', 'reason', 'forwardedTo'],
    guard: decisionRefusal,
  },
  answer: { from: ['DECIDED'], to: 'ANSWERED', sets: ['answer'], guard: answerable },
  archive: { from: ['ANSWERED'], to: 'ARCHIVED' },
  reject: {
    from: ['SUBMITTED'],
    to: 'REJECTED',
    sets: ['rejectedReason'],
    guard: (facts) =>
      facts.rejectedReason.trim() === '' ? { code: 'feedback-reason-missing', path: 'reason' } : null,
  },
} as const satisfies Record<string, MoveRule>;

export type FeedbackMove = keyof typeof feedbackMoves;

/** Makes a move, or says why it may not be made. */
export function makeMove(
  move: FeedbackMove,
  facts: FeedbackFacts,
  values: Partial<MoveValues> = {},
): { facts: FeedbackFacts; refusal: null } | { facts: null; refusal: FeedbackRefusal } {
  const rule: MoveRule = feedbackMoves[move];
  if (!rule.from.includes(facts.state))
    return { facts: null, refusal: { code: 'feedback-move-not-allowed', path: '' } };
  const given = Object.fromEntries(
    (rule.sets ?? []).filter((name) => values[name] !== undefined).map((name) => [name, values[name]]),
  );
  const after: FeedbackFacts = { ...facts, ...given, ...rule.clears };
  const refusal = rule.guard?.(after) ?? null;
  return refusal ? { facts: null, refusal } : { facts: { ...after, state: rule.to }, refusal: null };
}

export function mayMove(move: FeedbackMove, state: FeedbackState): boolean {
  const rule: MoveRule = feedbackMoves[move];
  return rule.from.includes(state);
}

export function fieldsRefusal(
  facts: Pick<FeedbackFacts, 'primaryFieldId' | 'furtherFieldIds'>,
): FeedbackRefusal | null {
  if (facts.primaryFieldId === null) return { code: 'feedback-move-not-allowed', path: 'primaryFieldId' };
  if (facts.furtherFieldIds.includes(facts.primaryFieldId)) {
    return { code: 'feedback-primary-field-repeated', path: 'furtherFieldIds' };
  }
  return null;
}

/** "Nicht aufgenommen" without a reason and "nicht zuständig" without an addressee leave the sender with nothing. */
export function decisionRefusal(
  facts: Pick<FeedbackFacts, 'decision' | 'reason' | 'forwardedTo'>,
): FeedbackRefusal | null {
  if (facts.decision === null) return { code: 'feedback-decision-missing', path: 'decision' };
  if (needsReason(facts.decision) && facts.reason.trim() === '')
    return { code: 'feedback-reason-missing', path: 'reason' };
  if (facts.decision === 'OUT_OF_SCOPE' && facts.forwardedTo.trim() === '') {
    return { code: 'feedback-forwarded-to-missing', path: 'forwardedTo' };
  }
  return null;
}

export function needsReason(decision: FeedbackDecision): boolean {
  return decision === 'NOT_INCORPORATED';
}

/** What must hold in each state, however the Hinweis came there; the database checks the same. */
export function brokenInvariant(facts: FeedbackFacts): string | null {
  if (facts.primaryFieldId !== null && facts.furtherFieldIds.includes(facts.primaryFieldId))
    return 'primary among further fields';
  const decided: readonly FeedbackState[] = ['DECIDED', 'ANSWERED', 'ARCHIVED'];
  const linked: readonly FeedbackState[] = ['LINKED', ...decided];
  if (linked.includes(facts.state) && facts.primaryFieldId === null) return 'linked without a field';
  if (decided.includes(facts.state) && decisionRefusal(facts)) return 'decided without a complete decision';
  if ((facts.state === 'ANSWERED' || facts.state === 'ARCHIVED') && facts.answer.trim() === '')
    return 'answered without an answer';
  if (facts.state === 'REJECTED' && facts.rejectedReason.trim() === '') return 'rejected without a reason';
  return null;
}
