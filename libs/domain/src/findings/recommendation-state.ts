import { type MoveOf, Moves } from '../moves';
import { findingProblems } from './findings-problems';

export const recommendationStates = [
  'DRAFT',
  'SUBMITTED',
  'ACCEPTED',
  'CHANGED',
  'REJECTED',
  'WITHDRAWN',
] as const;
export type RecommendationState = (typeof recommendationStates)[number];

export const recommendationStateLabels: Record<RecommendationState, string> = {
  DRAFT: 'Entwurf',
  SUBMITTED: 'eingebracht',
  ACCEPTED: 'angenommen',
  CHANGED: 'geändert angenommen',
  REJECTED: 'abgelehnt',
  WITHDRAWN: 'zurückgezogen',
};

/** Taken over from an earlier plan it has a past that nobody need enter again. */
type Course = Pick<RecommendationCourse, 'earlierPlan'>;

/** What has to be said before a body is asked. */
export interface RecommendationCourse {
  earlierPlan: string;
  addressee: string;
  dueOn: string | null;
  measureOfSuccess: string;
  costNeutral: boolean;
  costCount: number;
}

/**
 * From the draft to what a body made of it. The moves that a decision makes (`accept`, `change`, `reject`) have no button
 * of their own: they are made by entering the final decision, `undecide` by taking that back.
 */
export const recommendationMoves = new Moves({
  states: recommendationStates,
  // Those of earlier plans come with what became of them.
  starts: ['DRAFT', 'SUBMITTED', 'ACCEPTED', 'CHANGED', 'REJECTED'],
  ends: ['WITHDRAWN'],
  problems: findingProblems,
  otherwise: 'recommendation-move-not-allowed',
  table: {
    submit: {
      from: ['DRAFT'],
      to: 'SUBMITTED',
      needs: [
        [
          'recommendation-addressee-missing',
          (it: Course & Pick<RecommendationCourse, 'addressee'>) => isEarlier(it) || isSaid(it.addressee),
          'addressee',
        ],
        [
          'recommendation-success-missing',
          (it: Course & Pick<RecommendationCourse, 'measureOfSuccess'>) =>
            isEarlier(it) || isSaid(it.measureOfSuccess),
          'measureOfSuccess',
        ],
        [
          'recommendation-date-missing',
          (it: Course & Pick<RecommendationCourse, 'dueOn'>) => isEarlier(it) || it.dueOn !== null,
          'dueOn',
        ],
        [
          'recommendation-cost-missing',
          (it: Course & Pick<RecommendationCourse, 'costNeutral' | 'costCount'>) =>
            isEarlier(it) || it.costNeutral || it.costCount > 0,
          'costs',
        ],
      ],
    },
    revise: { from: ['SUBMITTED'], to: 'DRAFT' },
    accept: { from: ['SUBMITTED'], to: 'ACCEPTED' },
    change: { from: ['SUBMITTED'], to: 'CHANGED' },
    reject: { from: ['SUBMITTED'], to: 'REJECTED' },
    undecide: { from: ['ACCEPTED', 'CHANGED', 'REJECTED'], to: 'SUBMITTED' },
    withdraw: {
      from: ['DRAFT', 'SUBMITTED'],
      to: 'WITHDRAWN',
      needs: [['recommendation-reason-missing', hasReason, 'reason']],
    },
  },
});
export type RecommendationMove = MoveOf<typeof recommendationMoves>;

/** The moves that are buttons. */
export const recommendationVerbs = [
  'submit',
  'revise',
  'withdraw',
] as const satisfies readonly RecommendationMove[];
export type RecommendationVerb = (typeof recommendationVerbs)[number];

/** What the buttons say. */
export const recommendationVerbLabels: Record<RecommendationVerb, string> = {
  submit: 'Einbringen',
  revise: 'Wieder bearbeiten',
  withdraw: 'Zurückziehen',
};

export const decisionResults = ['ACCEPTED', 'CHANGED', 'REJECTED', 'DEFERRED'] as const;
export type DecisionResult = (typeof decisionResults)[number];

export const decisionResultLabels: Record<DecisionResult, string> = {
  ACCEPTED: 'angenommen',
  CHANGED: 'geändert angenommen',
  REJECTED: 'abgelehnt',
  DEFERRED: 'vertagt',
};

/** What a final decision does with the recommendation; whoever defers has not decided. */
export const moveOfResult: Record<Exclude<DecisionResult, 'DEFERRED'>, 'accept' | 'change' | 'reject'> = {
  ACCEPTED: 'accept',
  CHANGED: 'change',
  REJECTED: 'reject',
};

function isEarlier({ earlierPlan }: Course): boolean {
  return isSaid(earlierPlan);
}

function isSaid(words: string): boolean {
  return words.trim() !== '';
}

function hasReason({ reason }: { reason: string }): boolean {
  return isSaid(reason);
}
