import { type FactsOf, type MoveOf, Moves } from '../../moves';
import { stepProblems } from './step-problems';

export const stepStates = ['OPEN', 'IN_PROGRESS', 'BLOCKED', 'DONE', 'DROPPED'] as const;
export type StepState = (typeof stepStates)[number];

export const stepStateLabels: Record<StepState, string> = {
  OPEN: 'offen',
  IN_PROGRESS: 'in Arbeit',
  BLOCKED: 'blockiert',
  DONE: 'erledigt',
  DROPPED: 'entfallen',
};

/** Somebody still has to do something. */
export const openStepStates: readonly StepState[] = ['OPEN', 'IN_PROGRESS', 'BLOCKED'];

/** A step may be taken up again as long as its cycle is not closed, so none of its states is an end. */
export const stepMoves = new Moves({
  states: stepStates,
  starts: ['OPEN'],
  ends: [],
  problems: stepProblems,
  otherwise: 'step-move-not-allowed',
  table: {
    start: { from: ['OPEN'], to: 'IN_PROGRESS', needs: [['step-cycle-closed', isRunning]] },
    finish: { from: ['OPEN', 'IN_PROGRESS'], to: 'DONE', needs: [['step-cycle-closed', isRunning]] },
    block: {
      from: ['OPEN', 'IN_PROGRESS'],
      to: 'BLOCKED',
      needs: [
        ['step-cycle-closed', isRunning],
        ['step-block-reason', hasReason, 'reason'],
      ],
    },
    resume: { from: ['BLOCKED'], to: 'IN_PROGRESS', needs: [['step-cycle-closed', isRunning]] },
    drop: {
      from: ['OPEN', 'IN_PROGRESS', 'BLOCKED'],
      to: 'DROPPED',
      needs: [
        ['step-cycle-closed', isRunning],
        ['step-drop-reason', hasReason, 'reason'],
      ],
    },
    reopen: { from: ['DONE', 'DROPPED'], to: 'OPEN', needs: [['step-cycle-closed', isRunning]] },
  },
});
export type StepMove = MoveOf<typeof stepMoves>;
export type StepFacts = FactsOf<typeof stepMoves>;

/** What the buttons say. */
export const stepMoveLabels: Record<StepMove, string> = {
  start: 'Beginnen',
  finish: 'Als erledigt kennzeichnen',
  block: 'Als blockiert melden',
  resume: 'Fortsetzen',
  drop: 'Entfallen lassen',
  reopen: 'Wieder öffnen',
};

/** The moves whose button is shown: those that can be made once somebody gives a reason. */
export function offeredStepMoves(state: StepState, facts: Pick<StepFacts, 'cycleClosed'>): StepMove[] {
  return stepMoves.open(state, { ...facts, reason: 'gesagt' });
}

function isRunning({ cycleClosed }: { cycleClosed: boolean }): boolean {
  return !cycleClosed;
}

function hasReason({ reason }: { reason: string }): boolean {
  return reason.trim() !== '';
}
