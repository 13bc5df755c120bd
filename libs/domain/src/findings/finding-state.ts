import { type MoveOf, Moves } from '../moves';
import { findingProblems } from './findings-problems';

export const findingStates = ['DRAFT', 'CONFIRMED', 'DROPPED'] as const;
export type FindingState = (typeof findingStates)[number];

export const findingStateLabels: Record<FindingState, string> = {
  DRAFT: 'Entwurf',
  CONFIRMED: 'bestätigt',
  DROPPED: 'verworfen',
};

/** A Befund is confirmed by a named person once something speaks for it. */
export const findingMoves = new Moves({
  states: findingStates,
  starts: ['DRAFT'],
  ends: ['DROPPED'],
  problems: findingProblems,
  otherwise: 'finding-move-not-allowed',
  table: {
    confirm: { from: ['DRAFT'], to: 'CONFIRMED', needs: [['finding-without-evidence', hasEvidence]] },
    reopen: { from: ['CONFIRMED'], to: 'DRAFT' },
    drop: {
      from: ['DRAFT', 'CONFIRMED'],
      to: 'DROPPED',
      needs: [
        ['finding-carries-priorities', carriesNothing],
        ['finding-reason-missing', hasReason, 'reason'],
      ],
    },
  },
});
export type FindingMove = MoveOf<typeof findingMoves>;

/** What the buttons say. */
export const findingMoveLabels: Record<FindingMove, string> = {
  confirm: 'Bestätigen',
  reopen: 'Wieder bearbeiten',
  drop: 'Verwerfen',
};

function hasEvidence({ evidenceCount }: { evidenceCount: number }): boolean {
  return evidenceCount > 0;
}

/** Of the Schwerpunkte that rest on it, those that are not dropped. */
function carriesNothing({ priorityCount }: { priorityCount: number }): boolean {
  return priorityCount === 0;
}

function hasReason({ reason }: { reason: string }): boolean {
  return reason.trim() !== '';
}
