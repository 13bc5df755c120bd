import { type FactsOf, type MoveOf, Moves } from '../../moves';
import { cycleProblems } from './cycle-problems';

export const cycleStates = [
  'PREPARATION',
  'DATA_COLLECTION',
  'ANALYSIS',
  'DISCOURSE',
  'PRIORITISATION',
  'DRAFTING',
  'DECISION',
  'SUBMITTED',
  'IMPLEMENTATION',
  'EVALUATION',
  'CLOSED',
] as const;
export type CycleState = (typeof cycleStates)[number];

export const cycleStateLabels: Record<CycleState, string> = {
  PREPARATION: 'Vorbereitung',
  DATA_COLLECTION: 'Datenerhebung',
  ANALYSIS: 'Auswertung der Daten',
  DISCOURSE: 'Diskurs',
  PRIORITISATION: 'Schwerpunkte',
  DRAFTING: 'Entwurf',
  DECISION: 'Beschlussfassung',
  SUBMITTED: 'eingereicht',
  IMPLEMENTATION: 'Umsetzung',
  EVALUATION: 'Wirkungsevaluation',
  CLOSED: 'abgeschlossen',
};

/** What was adopted is being put into practice: meanwhile the next cycle may be prepared. */
export const lateCycleStates: readonly CycleState[] = ['IMPLEMENTATION', 'EVALUATION'];

/** The other cycle that is not closed: there is one at most. */
export type OtherCycle = 'NONE' | 'EARLIER' | 'LATER';

const withReason = ['cycle-reason-missing', hasReason, 'reason'] as const;

/**
 * The way of a cycle, forward by its verbs and back by one step with a reason. Two are open at once only while the
 * earlier one is put into practice and the later one prepared, so the later one waits until the earlier is closed.
 */
export const cycleMoves = new Moves({
  states: cycleStates,
  starts: ['PREPARATION'],
  ends: ['CLOSED'],
  problems: cycleProblems,
  otherwise: 'cycle-move-not-allowed',
  table: {
    collect: {
      from: ['PREPARATION'],
      to: 'DATA_COLLECTION',
      needs: [['cycle-earlier-open', hasNoEarlier]],
    },
    analyse: { from: ['DATA_COLLECTION'], to: 'ANALYSIS' },
    discuss: { from: ['ANALYSIS'], to: 'DISCOURSE' },
    prioritise: { from: ['DISCOURSE'], to: 'PRIORITISATION' },
    draft: { from: ['PRIORITISATION'], to: 'DRAFTING' },
    decide: { from: ['DRAFTING'], to: 'DECISION' },
    submit: { from: ['DECISION'], to: 'SUBMITTED' },
    implement: { from: ['SUBMITTED'], to: 'IMPLEMENTATION' },
    evaluate: { from: ['IMPLEMENTATION'], to: 'EVALUATION' },
    close: {
      from: ['EVALUATION'],
      to: 'CLOSED',
      needs: [
        ['cycle-provisional-open', isDecidedOnProvisional],
        ['cycle-steps-open', hasNoOpenSteps],
      ],
    },
    back: [
      {
        from: ['DATA_COLLECTION'],
        to: 'PREPARATION',
        needs: [withReason],
      },
      { from: ['ANALYSIS'], to: 'DATA_COLLECTION', needs: [withReason] },
      { from: ['DISCOURSE'], to: 'ANALYSIS', needs: [withReason] },
      { from: ['PRIORITISATION'], to: 'DISCOURSE', needs: [withReason] },
      { from: ['DRAFTING'], to: 'PRIORITISATION', needs: [withReason] },
      { from: ['DECISION'], to: 'DRAFTING', needs: [withReason] },
      { from: ['SUBMITTED'], to: 'DECISION', needs: [withReason] },
      {
        from: ['IMPLEMENTATION'],
        to: 'SUBMITTED',
        needs: [['cycle-next-prepared', hasNoLater], withReason],
      },
      { from: ['EVALUATION'], to: 'IMPLEMENTATION', needs: [withReason] },
    ],
  },
});
export type CycleMove = MoveOf<typeof cycleMoves>;
export type CycleFacts = FactsOf<typeof cycleMoves>;

/** What the buttons say. */
export const cycleMoveLabels: Record<CycleMove, string> = {
  collect: 'Datenerhebung beginnen',
  analyse: 'Auswertung der Daten beginnen',
  discuss: 'Diskurs eröffnen',
  prioritise: 'Schwerpunkte bilden',
  draft: 'Entwurf schreiben',
  decide: 'In die Beschlussfassung geben',
  submit: 'Als eingereicht kennzeichnen',
  implement: 'Umsetzung beginnen',
  evaluate: 'Wirkung auswerten',
  close: 'Zyklus abschließen',
  back: 'Einen Schritt zurück',
};

/** The moves whose button a page shows: what stands against them is said when somebody tries. */
export function offeredCycleMoves(state: CycleState): CycleMove[] {
  return cycleMoves.from(state);
}

/** Whether a cycle may begin beside those that are not closed. */
export function mayBeginCycle(open: readonly CycleState[]): boolean {
  const [earlier, ...more] = open;
  if (earlier === undefined) return true;
  return more.length === 0 && lateCycleStates.includes(earlier);
}

function hasNoEarlier({ other }: { other: OtherCycle }): boolean {
  return other !== 'EARLIER';
}

function hasNoLater({ other }: { other: OtherCycle }): boolean {
  return other !== 'LATER';
}

function hasReason({ reason }: { reason: string }): boolean {
  return reason.trim() !== '';
}

function isDecidedOnProvisional({ provisionalOpen }: { provisionalOpen: number }): boolean {
  return provisionalOpen === 0;
}

function hasNoOpenSteps({ stepsOpen }: { stepsOpen: number }): boolean {
  return stepsOpen === 0;
}
