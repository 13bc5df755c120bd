import { type MoveOf, Moves } from '../moves';
import { paperProblems } from './papers-problems';

export const paperStates = ['DRAFT', 'IN_CONSULTATION', 'ADOPTED', 'REJECTED', 'WITHDRAWN'] as const;
export type PaperState = (typeof paperStates)[number];

export const paperStateLabels: Record<PaperState, string> = {
  DRAFT: 'Entwurf',
  IN_CONSULTATION: 'in Beratung',
  ADOPTED: 'beschlossen',
  REJECTED: 'abgelehnt',
  WITHDRAWN: 'zurückgezogen',
};

/** What a paper needs before a committee sees it, and what keeps it from being taken back. */
export interface PaperCourse {
  proposal: string;
  /** Consultations that are to decide and have not yet. */
  deciding: number;
  /** Linked recommendations that were not submitted yet. */
  draftRecommendations: number;
  /** Consultations with a result. */
  results: number;
  reason: string;
}

/**
 * From the draft over the bodies that consult to what the last of them decided. `adopt`, `reject` and `reopen` have no
 * button: they are made by entering the result of the deciding body and by taking it back.
 */
export const paperMoves = new Moves({
  states: paperStates,
  starts: ['DRAFT'],
  ends: ['WITHDRAWN'],
  problems: paperProblems,
  otherwise: 'paper-move-not-allowed',
  table: {
    submit: {
      from: ['DRAFT'],
      to: 'IN_CONSULTATION',
      needs: [
        ['paper-proposal-missing', ({ proposal }: Pick<PaperCourse, 'proposal'>) => proposal.trim() !== ''],
        ['paper-without-decision', ({ deciding }: Pick<PaperCourse, 'deciding'>) => deciding > 0],
        [
          'paper-recommendation-draft',
          ({ draftRecommendations }: Pick<PaperCourse, 'draftRecommendations'>) => draftRecommendations === 0,
        ],
      ],
    },
    revise: {
      from: ['IN_CONSULTATION'],
      to: 'DRAFT',
      needs: [['paper-has-results', ({ results }: Pick<PaperCourse, 'results'>) => results === 0]],
    },
    adopt: { from: ['IN_CONSULTATION'], to: 'ADOPTED' },
    reject: { from: ['IN_CONSULTATION'], to: 'REJECTED' },
    reopen: { from: ['ADOPTED', 'REJECTED'], to: 'IN_CONSULTATION' },
    withdraw: {
      from: ['DRAFT', 'IN_CONSULTATION'],
      to: 'WITHDRAWN',
      needs: [
        ['paper-reason-missing', ({ reason }: Pick<PaperCourse, 'reason'>) => reason.trim() !== '', 'reason'],
      ],
    },
  },
});
export type PaperMove = MoveOf<typeof paperMoves>;

/** The moves that are buttons. */
export const paperVerbs = ['submit', 'revise', 'withdraw'] as const satisfies readonly PaperMove[];
export type PaperVerb = (typeof paperVerbs)[number];

/** What the buttons say. */
export const paperVerbLabels: Record<PaperVerb, string> = {
  submit: 'Einbringen',
  revise: 'Wieder bearbeiten',
  withdraw: 'Zurückziehen',
};
