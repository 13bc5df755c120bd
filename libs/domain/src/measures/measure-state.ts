import { type FactsOf, type MoveOf, Moves } from '../moves';
import { measureProblems } from './measures-problems';

export const measureKinds = ['MEASURE', 'PROJECT', 'PROVISIONAL_STEP'] as const;
export type MeasureKind = (typeof measureKinds)[number];

export const measureKindLabels: Record<MeasureKind, string> = {
  MEASURE: 'Maßnahme',
  PROJECT: 'Projekt',
  PROVISIONAL_STEP: 'vorläufiger Handlungsschritt',
};

export const measureStates = [
  'PROPOSED',
  'APPROVED',
  'IN_PROGRESS',
  'ON_HOLD',
  'COMPLETED',
  'EVALUATED',
  'REJECTED',
  'DISCONTINUED',
  'SUPERSEDED',
] as const;
export type MeasureState = (typeof measureStates)[number];

export const measureStateLabels: Record<MeasureState, string> = {
  PROPOSED: 'vorgeschlagen',
  APPROVED: 'beschlossen',
  IN_PROGRESS: 'in Umsetzung',
  ON_HOLD: 'ruht',
  COMPLETED: 'umgesetzt',
  EVALUATED: 'ausgewertet',
  REJECTED: 'abgelehnt',
  DISCONTINUED: 'abgebrochen',
  SUPERSEDED: 'abgelöst',
};

/** Nothing is changed any more. */
export const endedMeasureStates: readonly MeasureState[] = [
  'EVALUATED',
  'REJECTED',
  'DISCONTINUED',
  'SUPERSEDED',
];

/** Somebody works on it, or will: its days count, and it is asked how it goes. */
export const goingMeasureStates: readonly MeasureState[] = ['APPROVED', 'IN_PROGRESS'];

/** What a Maßnahme may do. A provisional step begins without a Beschluss, and never gets one as such. */
export const measureMoves = new Moves({
  states: measureStates,
  starts: ['PROPOSED'],
  ends: ['EVALUATED', 'REJECTED', 'DISCONTINUED', 'SUPERSEDED'],
  problems: measureProblems,
  otherwise: 'measure-move-not-allowed',
  table: {
    approve: {
      from: ['PROPOSED'],
      to: 'APPROVED',
      needs: [
        ['measure-provisional', isResolved],
        ['measure-without-basis', hasBasis, 'reason'],
      ],
    },
    start: [
      { from: ['APPROVED'], to: 'IN_PROGRESS' },
      { from: ['PROPOSED'], to: 'IN_PROGRESS', needs: [['measure-not-approved', isProvisional]] },
    ],
    pause: { from: ['IN_PROGRESS'], to: 'ON_HOLD' },
    resume: { from: ['ON_HOLD'], to: 'IN_PROGRESS' },
    complete: {
      from: ['IN_PROGRESS'],
      to: 'COMPLETED',
      needs: [['measure-completed-when', isOver, 'on']],
    },
    evaluate: { from: ['COMPLETED'], to: 'EVALUATED', needs: [['measure-not-evaluated', isEvaluated]] },
    convert: {
      from: ['PROPOSED', 'IN_PROGRESS', 'ON_HOLD'],
      to: 'PROPOSED',
      needs: [['measure-not-provisional', isProvisional]],
    },
    'carry-over': {
      from: ['PROPOSED', 'IN_PROGRESS', 'ON_HOLD'],
      needs: [['measure-not-provisional', isProvisional]],
    },
    reject: {
      from: ['PROPOSED'],
      to: 'REJECTED',
      needs: [
        ['measure-provisional', isResolved],
        ['measure-reason-missing', hasReason, 'reason'],
      ],
    },
    drop: {
      from: ['PROPOSED', 'IN_PROGRESS', 'ON_HOLD'],
      to: 'DISCONTINUED',
      needs: [
        ['measure-not-provisional', isProvisional],
        ['measure-reason-missing', hasReason, 'reason'],
      ],
    },
    discontinue: {
      from: ['APPROVED', 'IN_PROGRESS', 'ON_HOLD'],
      to: 'DISCONTINUED',
      needs: [
        ['measure-provisional', isResolved],
        ['measure-reason-missing', hasReason, 'reason'],
      ],
    },
    supersede: {
      from: ['PROPOSED', 'APPROVED', 'IN_PROGRESS', 'ON_HOLD'],
      to: 'SUPERSEDED',
      needs: [
        ['measure-follower-missing', hasFollower, 'followedById'],
        ['measure-follower-ended', followerLives, 'followedById'],
      ],
    },
  },
});
export type MeasureMove = MoveOf<typeof measureMoves>;
export type MeasureFacts = FactsOf<typeof measureMoves, MeasureMove>;

/** What the buttons say. */
export const measureMoveLabels: Record<MeasureMove, string> = {
  approve: 'Als beschlossen kennzeichnen',
  start: 'Umsetzung beginnen',
  pause: 'Ruhen lassen',
  resume: 'Fortsetzen',
  complete: 'Als umgesetzt kennzeichnen',
  evaluate: 'Als ausgewertet kennzeichnen',
  convert: 'In Maßnahme umwandeln',
  'carry-over': 'In den nächsten Zyklus übernehmen',
  reject: 'Ablehnen',
  drop: 'Fallen lassen',
  discontinue: 'Abbrechen',
  supersede: 'Zusammenführen oder ablösen',
};

/**
 * The moves whose button a page shows: those that can be made as soon as somebody gives what only they can say
 * (reason, day, follower).
 * @param facts what is known of the measure itself
 */
export function offeredMeasureMoves(
  state: MeasureState,
  { kind, evaluatedOn, today }: Pick<MeasureFacts, 'kind' | 'evaluatedOn' | 'today'>,
): MeasureMove[] {
  const given = { reason: 'gesagt', on: today, follower: 'PROPOSED', recommendations: 1 } as const;
  return measureMoves.open(state, { kind, evaluatedOn, today, ...given });
}

function isProvisional({ kind }: { kind: MeasureKind }): boolean {
  return kind === 'PROVISIONAL_STEP';
}

function isResolved({ kind }: { kind: MeasureKind }): boolean {
  return kind !== 'PROVISIONAL_STEP';
}

function hasBasis({ recommendations, reason }: { recommendations: number; reason: string }): boolean {
  return recommendations > 0 || reason.trim() !== '';
}

function hasReason({ reason }: { reason: string }): boolean {
  return reason.trim() !== '';
}

function isOver({ on, today }: { on: string | null; today: string }): boolean {
  return on !== null && on <= today;
}

/** The evaluation says what is concluded from it, since this day. */
function isEvaluated({ evaluatedOn }: { evaluatedOn: string | null }): boolean {
  return evaluatedOn !== null;
}

function hasFollower({ follower }: { follower: MeasureState | null }): boolean {
  return follower !== null;
}

function followerLives({ follower }: { follower: MeasureState | null }): boolean {
  return follower !== null && !['REJECTED', 'DISCONTINUED', 'SUPERSEDED'].includes(follower);
}
