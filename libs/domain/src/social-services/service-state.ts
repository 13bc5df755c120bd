import { addMonths, type Day } from '../time';
import { CONFIRMED_FOR_MONTHS } from './social-services-limits';

/** Where an entry stands in its life. STALE follows from the day of the last confirmation and is stored nowhere. */
export const serviceStates = [
  'DRAFT',
  'SUBMITTED',
  'CONFIRMED',
  'PUBLISHED',
  'STALE',
  'DISCONTINUED',
] as const;
export type ServiceState = (typeof serviceStates)[number];

export const serviceStateLabels: Record<ServiceState, string> = {
  DRAFT: 'Entwurf',
  SUBMITTED: 'liegt zur Bestätigung vor',
  CONFIRMED: 'bestätigt, nicht öffentlich',
  PUBLISHED: 'öffentlich',
  STALE: 'zu bestätigen',
  DISCONTINUED: 'eingestellt',
};

/** What happens to a change of a confirmed entry, while everybody goes on seeing the confirmed version. */
export const changeStates = ['DRAFT', 'SUBMITTED'] as const;
export type ChangeState = (typeof changeStates)[number];

export const changeStateLabels: Record<ChangeState, string> = {
  DRAFT: 'Änderung begonnen',
  SUBMITTED: 'Änderung liegt zur Bestätigung vor',
};

export interface ServiceStanding {
  state: ServiceState;
  change: ChangeState | null;
}

/** The verbs, as buttons say them. */
export const serviceMoves = [
  'submit',
  'withdraw',
  'discard-change',
  'confirm',
  'publish',
  'return',
  'renew',
  'discontinue',
  'resume',
] as const;
export type ServiceMove = (typeof serviceMoves)[number];

/** Verbs of the county's office; the others belong to the organisation, and to the office for it. */
export const officeMoves: readonly ServiceMove[] = ['confirm', 'publish', 'return'];

interface Step {
  from: readonly ServiceState[];
  change: ChangeState | null;
  /** Null: the state stays as it is. */
  to: ServiceState | null;
  then: ChangeState | null;
}

const KNOWN: readonly ServiceState[] = ['CONFIRMED', 'PUBLISHED', 'STALE'];

/** Allowed moves as data; an entry that is confirmed already goes through the same verbs with its change. */
export const serviceMoveTable: Record<ServiceMove, readonly Step[]> = {
  submit: [
    { from: ['DRAFT'], change: null, to: 'SUBMITTED', then: null },
    { from: KNOWN, change: 'DRAFT', to: null, then: 'SUBMITTED' },
  ],
  withdraw: [
    { from: ['SUBMITTED'], change: null, to: 'DRAFT', then: null },
    { from: KNOWN, change: 'SUBMITTED', to: null, then: 'DRAFT' },
  ],
  'discard-change': [{ from: KNOWN, change: 'DRAFT', to: null, then: null }],
  confirm: [
    { from: ['SUBMITTED'], change: null, to: 'CONFIRMED', then: null },
    { from: ['CONFIRMED'], change: 'SUBMITTED', to: null, then: null },
    { from: ['PUBLISHED', 'STALE'], change: 'SUBMITTED', to: 'PUBLISHED', then: null },
  ],
  publish: [
    { from: ['CONFIRMED'], change: null, to: 'PUBLISHED', then: null },
    { from: ['CONFIRMED'], change: 'DRAFT', to: 'PUBLISHED', then: 'DRAFT' },
  ],
  return: [
    { from: ['SUBMITTED'], change: null, to: 'DRAFT', then: null },
    { from: KNOWN, change: 'SUBMITTED', to: null, then: 'DRAFT' },
  ],
  renew: [{ from: ['PUBLISHED', 'STALE'], change: null, to: 'PUBLISHED', then: null }],
  discontinue: [{ from: KNOWN, change: null, to: 'DISCONTINUED', then: null }],
  resume: [{ from: ['DISCONTINUED'], change: null, to: 'DRAFT', then: null }],
};

/**
 * Where a verb leads from here.
 * @returns the next standing, or null where the verb is not possible
 */
export function moveService(now: ServiceStanding, move: ServiceMove): ServiceStanding | null {
  const step = serviceMoveTable[move].find((it) => it.from.includes(now.state) && it.change === now.change);
  return step ? { state: step.to ?? now.state, change: step.then } : null;
}

/**
 * Where saving other words leads: a confirmed entry gets a change beside it, a draft stays one.
 * @returns the next standing, or null while an entry waits for confirmation or is discontinued
 */
export function editService(now: ServiceStanding): ServiceStanding | null {
  if (now.state === 'DRAFT') return now;
  return KNOWN.includes(now.state) && now.change !== 'SUBMITTED' ? { ...now, change: 'DRAFT' } : null;
}

/** The verbs possible now for somebody who may use the office's or not. */
export function possibleServiceMoves(now: ServiceStanding, office: boolean): ServiceMove[] {
  return serviceMoves.filter(
    (move) => moveService(now, move) !== null && (office || !officeMoves.includes(move)),
  );
}

/** The first day on which an entry confirmed on this day is out of date. */
export function staleFrom(confirmedOn: Day): Day {
  return addMonths(confirmedOn, CONFIRMED_FOR_MONTHS);
}
