import type { MeetingProblem } from './meetings-problems';
import type { MeetingState } from './meeting-words';

/** What a person does to a meeting, in the words of the buttons and routes. */
export const meetingMoves = ['schedule', 'invite', 'hold', 'approve', 'cancel', 'postpone'] as const;
export type MeetingMove = (typeof meetingMoves)[number];

/** From which states a move leads where. A new date keeps INVITED; POSTPONED means: no new date yet. */
const table: Record<MeetingMove, { from: readonly MeetingState[]; to: MeetingState }> = {
  schedule: { from: ['DRAFT', 'POSTPONED'], to: 'SCHEDULED' },
  invite: { from: ['DRAFT', 'SCHEDULED', 'INVITED'], to: 'INVITED' },
  hold: { from: ['SCHEDULED', 'INVITED'], to: 'HELD' },
  approve: { from: ['HELD'], to: 'MINUTES_APPROVED' },
  cancel: { from: ['SCHEDULED', 'INVITED', 'POSTPONED'], to: 'CANCELLED' },
  postpone: { from: ['SCHEDULED', 'INVITED'], to: 'POSTPONED' },
};

export interface MeetingMoveFacts {
  state: MeetingState;
  startsAt: Date | null;
  endsAt: Date | null;
  place: string;
  onlineLink: string;
  /** How many are in the list of invitees and not un-invited. */
  invitees: number;
}

const HOUR = 3_600_000;

/** The state a move leads to, or the code of what stands against it. */
export function moveMeeting(
  facts: MeetingMoveFacts,
  move: MeetingMove,
  now: Date,
): { to: MeetingState; refusal?: undefined } | { to?: undefined; refusal: MeetingProblem } {
  const { from, to } = table[move];
  if (!from.includes(facts.state)) return { refusal: whyNot(facts.state) };
  const refusal = guard(facts, move, now);
  return refusal ? { refusal } : { to };
}

/** Moves that are open now, for the buttons of a page. */
export function openMoves(facts: MeetingMoveFacts, now: Date): MeetingMove[] {
  return meetingMoves.filter((move) => moveMeeting(facts, move, now).to !== undefined);
}

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

function guard(facts: MeetingMoveFacts, move: MeetingMove, now: Date): MeetingProblem | undefined {
  if (move === 'schedule' && !hasDate(facts)) return 'meeting-needs-date';
  if (move === 'invite') {
    if (!hasDate(facts)) return 'meeting-needs-date';
    if (!hasPlace(facts)) return 'meeting-needs-place';
    if (facts.invitees < 1) return 'meeting-needs-invitees';
    if (facts.startsAt && facts.startsAt <= now) return 'meeting-in-past';
  }
  if (move === 'hold' && !maySessionStart(facts, now))
    return facts.startsAt ? 'meeting-too-early' : 'meeting-needs-date';
  return undefined;
}

export function hasDate(facts: Pick<MeetingMoveFacts, 'startsAt' | 'endsAt'>): boolean {
  return facts.startsAt !== null && facts.endsAt !== null;
}

export function hasPlace(facts: Pick<MeetingMoveFacts, 'place' | 'onlineLink'>): boolean {
  return facts.place.trim() !== '' || facts.onlineLink.trim() !== '';
}

/** *Sitzung starten* changes no state; it opens one hour before the beginning. */
export function maySessionStart(facts: Pick<MeetingMoveFacts, 'startsAt'>, now: Date): boolean {
  return facts.startsAt !== null && facts.startsAt.getTime() - HOUR <= now.getTime();
}

/** The five steps people see; Rückgekoppelt is derived from the sent Ergebnisbrief. */
export const meetingSteps = ['Entwurf', 'Eingeladen', 'Durchgeführt', 'Protokoll', 'Rückgekoppelt'] as const;

/** Index of the step a meeting stands at, null where it left the path (cancelled, postponed). */
export function stepOf(state: MeetingState, fedBack: boolean): number | null {
  if (state === 'CANCELLED' || state === 'POSTPONED') return null;
  if (fedBack) return 4;
  return { DRAFT: 0, SCHEDULED: 0, INVITED: 1, HELD: 2, MINUTES_APPROVED: 3 }[state];
}
