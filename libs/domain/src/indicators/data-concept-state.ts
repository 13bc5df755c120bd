import { type MoveOf, Moves } from '../moves';
import { indicatorProblems } from './indicators-problems';

export const dataConceptStates = ['DRAFT', 'IN_FORCE', 'SUPERSEDED'] as const;
export type DataConceptState = (typeof dataConceptStates)[number];

export const dataConceptStateLabels: Record<DataConceptState, string> = {
  DRAFT: 'Entwurf',
  IN_FORCE: 'in Kraft',
  SUPERSEDED: 'abgelöst',
};

/** Whoever brings a version into force supersedes the one before. */
export const dataConceptMoves = new Moves({
  states: dataConceptStates,
  starts: ['DRAFT'],
  ends: ['SUPERSEDED'],
  problems: indicatorProblems,
  otherwise: 'data-concept-not-draft',
  table: {
    enforce: { from: ['DRAFT'], to: 'IN_FORCE' },
    supersede: { from: ['IN_FORCE'], to: 'SUPERSEDED' },
  },
});
export type DataConceptMove = MoveOf<typeof dataConceptMoves>;
