import { type MoveOf, Moves } from '../moves';
import { serviceProblems } from './social-services-problems';

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
  SUBMITTED: 'wartet auf den Landkreis',
  CONFIRMED: 'bestätigt, nicht öffentlich',
  PUBLISHED: 'öffentlich',
  STALE: 'bitte bestätigen',
  DISCONTINUED: 'eingestellt',
};

/** What happens to a change of a confirmed entry, while everybody goes on seeing the confirmed version. */
export const changeStates = ['DRAFT', 'SUBMITTED'] as const;
export type ChangeState = (typeof changeStates)[number];

export const changeStateLabels: Record<ChangeState, string> = {
  DRAFT: 'Änderung begonnen',
  SUBMITTED: 'Änderung wartet auf den Landkreis',
};

/** State and change in one: what is confirmed goes through the same verbs with its change beside it. */
export const serviceStandings = [
  'DRAFT',
  'SUBMITTED',
  'CONFIRMED',
  'CONFIRMED+DRAFT',
  'CONFIRMED+SUBMITTED',
  'PUBLISHED',
  'PUBLISHED+DRAFT',
  'PUBLISHED+SUBMITTED',
  'STALE',
  'STALE+DRAFT',
  'STALE+SUBMITTED',
  'DISCONTINUED',
] as const;
export type ServiceStanding = (typeof serviceStandings)[number];

const actsForOffice = ({ office }: { office: boolean }): boolean => office;

/** Offers that are public become STALE by the calendar. */
export const serviceMoves = new Moves({
  states: serviceStandings,
  starts: ['DRAFT', 'STALE'],
  ends: [],
  problems: serviceProblems,
  otherwise: 'service-move-not-allowed',
  table: {
    /** Saving other words: a draft stays one, what is confirmed gets a change. The office mends what waits for it. */
    edit: [
      { from: ['DRAFT'] },
      { from: ['CONFIRMED', 'CONFIRMED+DRAFT'], to: 'CONFIRMED+DRAFT' },
      { from: ['PUBLISHED', 'PUBLISHED+DRAFT'], to: 'PUBLISHED+DRAFT' },
      { from: ['STALE', 'STALE+DRAFT'], to: 'STALE+DRAFT' },
      {
        from: ['SUBMITTED', 'CONFIRMED+SUBMITTED', 'PUBLISHED+SUBMITTED', 'STALE+SUBMITTED'],
        needs: [['service-awaits-confirmation', actsForOffice]],
      },
    ],
    submit: [
      { from: ['DRAFT'], to: 'SUBMITTED' },
      { from: ['CONFIRMED+DRAFT'], to: 'CONFIRMED+SUBMITTED' },
      { from: ['PUBLISHED+DRAFT'], to: 'PUBLISHED+SUBMITTED' },
      { from: ['STALE+DRAFT'], to: 'STALE+SUBMITTED' },
    ],
    withdraw: [
      { from: ['SUBMITTED'], to: 'DRAFT' },
      { from: ['CONFIRMED+SUBMITTED'], to: 'CONFIRMED+DRAFT' },
      { from: ['PUBLISHED+SUBMITTED'], to: 'PUBLISHED+DRAFT' },
      { from: ['STALE+SUBMITTED'], to: 'STALE+DRAFT' },
    ],
    'discard-change': [
      { from: ['CONFIRMED+DRAFT'], to: 'CONFIRMED' },
      { from: ['PUBLISHED+DRAFT'], to: 'PUBLISHED' },
      { from: ['STALE+DRAFT'], to: 'STALE' },
    ],
    confirm: [
      { from: ['SUBMITTED', 'CONFIRMED+SUBMITTED'], to: 'CONFIRMED' },
      { from: ['PUBLISHED+SUBMITTED', 'STALE+SUBMITTED'], to: 'PUBLISHED' },
    ],
    publish: [
      { from: ['CONFIRMED'], to: 'PUBLISHED' },
      { from: ['CONFIRMED+DRAFT'], to: 'PUBLISHED+DRAFT' },
    ],
    return: [
      { from: ['SUBMITTED'], to: 'DRAFT' },
      { from: ['CONFIRMED+SUBMITTED'], to: 'CONFIRMED+DRAFT' },
      { from: ['PUBLISHED+SUBMITTED'], to: 'PUBLISHED+DRAFT' },
      { from: ['STALE+SUBMITTED'], to: 'STALE+DRAFT' },
    ],
    renew: { from: ['PUBLISHED', 'STALE'], to: 'PUBLISHED' },
    discontinue: { from: ['CONFIRMED', 'PUBLISHED', 'STALE'], to: 'DISCONTINUED' },
    resume: { from: ['DISCONTINUED'], to: 'DRAFT' },
  },
});
export type ServiceMove = MoveOf<typeof serviceMoves>;

/** Verbs of the county's office; the others belong to the organisation, and to the office for it. */
export const officeMoves: readonly ServiceMove[] = ['confirm', 'publish', 'return'];

export interface StoredStanding {
  state: ServiceState;
  change: ChangeState | null;
}

/** The standing that state and change make together. */
export function standingOf({ state, change }: StoredStanding): ServiceStanding {
  return (change ? `${state}+${change}` : state) as ServiceStanding;
}

/** State and change of a standing. */
export function storedStanding(standing: ServiceStanding): StoredStanding {
  const [state, change = null] = standing.split('+') as [ServiceState, ChangeState?];
  return { state, change };
}

/** The verbs possible now for somebody who may use the office's or not; saving is no button. */
export function possibleServiceMoves(standing: ServiceStanding, office: boolean): ServiceMove[] {
  return serviceMoves
    .from(standing)
    .filter((move) => move !== 'edit' && (office || !officeMoves.includes(move)));
}
