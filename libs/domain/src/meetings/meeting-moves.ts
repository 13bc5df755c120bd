import { type FactsOf, type MoveOf, Moves } from '../moves';
import { type MeetingProblem, meetingProblems } from './meetings-problems';
import { type MeetingState, meetingStates } from './meeting-words';

/** What a person does to a meeting. A new date keeps INVITED; POSTPONED means: no new date yet. */
export const meetingMoves = new Moves({
  states: meetingStates,
  starts: ['DRAFT'],
  ends: ['MINUTES_APPROVED', 'CANCELLED'],
  problems: meetingProblems,
  otherwise: whyNot,
  table: {
    schedule: { from: ['DRAFT', 'POSTPONED'], to: 'SCHEDULED', needs: [['meeting-needs-date', hasDate]] },
    invite: {
      from: ['DRAFT', 'SCHEDULED', 'INVITED'],
      to: 'INVITED',
      needs: [
        ['meeting-needs-date', hasDate, 'day'],
        ['meeting-needs-place', hasPlace, 'place'],
        ['meeting-needs-invitees', hasInvitees],
        ['meeting-in-past', isToCome, 'day'],
      ],
    },
    hold: {
      // A draft as well: what took place without an invitation from here gets its minutes without any mail.
      from: ['DRAFT', 'SCHEDULED', 'INVITED'],
      to: 'HELD',
      needs: [
        ['meeting-needs-date', hasBeginning],
        ['meeting-too-early', (facts: BeginningFacts) => maySessionStart(facts, facts.now)],
      ],
    },
    approve: { from: ['HELD'], to: 'MINUTES_APPROVED' },
    cancel: { from: ['SCHEDULED', 'INVITED', 'POSTPONED'], to: 'CANCELLED' },
    postpone: { from: ['SCHEDULED', 'INVITED'], to: 'POSTPONED' },
  },
});
export type MeetingMove = MoveOf<typeof meetingMoves>;
export type MeetingMoveFacts = FactsOf<typeof meetingMoves>;

interface BeginningFacts {
  startsAt: Date | null;
  now: Date;
}

const HOUR = 3_600_000;

function whyNot(state: MeetingState): MeetingProblem {
  if (state === 'CANCELLED') return 'meeting-cancelled';
  if (state === 'POSTPONED') return 'meeting-postponed';
  if (state === 'HELD' || state === 'MINUTES_APPROVED') return 'meeting-over';
  return 'meeting-move-not-allowed';
}

/** Mails of the last minute are not taken back any more from a meeting that was held or left the path. */
export function refusedRecall(state: MeetingState): MeetingProblem | null {
  return state === 'DRAFT' || state === 'SCHEDULED' || state === 'INVITED' ? null : whyNot(state);
}

export function hasDate({ startsAt, endsAt }: { startsAt: Date | null; endsAt: Date | null }): boolean {
  return startsAt !== null && endsAt !== null;
}

export function hasPlace({ place, onlineLink }: { place: string; onlineLink: string }): boolean {
  return place.trim() !== '' || onlineLink.trim() !== '';
}

/** Somebody is in the list and not un-invited. */
function hasInvitees({ invitees }: { invitees: number }): boolean {
  return invitees > 0;
}

function isToCome({ startsAt, now }: BeginningFacts): boolean {
  return startsAt === null || startsAt > now;
}

function hasBeginning({ startsAt }: Pick<BeginningFacts, 'startsAt'>): boolean {
  return startsAt !== null;
}

/** *Sitzung starten* changes no state; it opens one hour before the beginning. */
export function maySessionStart({ startsAt }: Pick<BeginningFacts, 'startsAt'>, now: Date): boolean {
  return startsAt !== null && startsAt.getTime() - HOUR <= now.getTime();
}

/** The five steps people see; the last is derived from the sent Ergebnisbrief. */
export const meetingSteps = [
  'Entwurf',
  'Eingeladen',
  'Durchgeführt',
  'Protokoll',
  'Ergebnis mitgeteilt',
] as const;

/** Index of the step a meeting stands at, null where it left the path (cancelled, postponed). */
export function stepOf(state: MeetingState, fedBack: boolean): number | null {
  if (state === 'CANCELLED' || state === 'POSTPONED') return null;
  if (fedBack) return 4;
  return { DRAFT: 0, SCHEDULED: 0, INVITED: 1, HELD: 2, MINUTES_APPROVED: 3 }[state];
}
