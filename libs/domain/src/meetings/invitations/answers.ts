import type { MeetingProblem } from '../meetings-problems';
import type { InvitationAnswer, MeetingState } from '../meeting-words';

export interface AnswerCounts {
  /** People an invitation went out to and who are still invited. */
  invited: number;
  /** Who comes and has a seat. */
  accepted: number;
  /** Who would come and waits for a seat. */
  waiting: number;
  tentative: number;
  declined: number;
  open: number;
  /** Accepted with the people they bring along. */
  seats: number;
}

interface Counted {
  answer: InvitationAnswer;
  companions: number;
  /** Place on the waiting list. */
  waitingPlace?: number | null;
  invitedAt: unknown;
  uninvitedAt: unknown;
}

export function countAnswers(invitations: readonly Counted[]): AnswerCounts {
  const current = invitations.filter((it) => it.invitedAt !== null && it.uninvitedAt === null);
  const having = (answer: InvitationAnswer): number => current.filter((it) => it.answer === answer).length;
  const seated = current.filter((it) => it.answer === 'ACCEPTED' && !it.waitingPlace);
  return {
    invited: current.length,
    accepted: seated.length,
    waiting: having('ACCEPTED') - seated.length,
    tentative: having('TENTATIVE'),
    declined: having('DECLINED'),
    open: having('NEEDS_ACTION'),
    seats: seated.reduce((sum, it) => sum + 1 + it.companions, 0),
  };
}

/** What stands against an answer of the invited person, if anything does. */
export function refusedAnswer(
  meeting: { state: MeetingState; startsAt: Date | null },
  invitation: { invited: boolean },
  now: Date,
): MeetingProblem | null {
  if (meeting.state === 'CANCELLED') return 'meeting-cancelled';
  if (meeting.state === 'POSTPONED') return 'meeting-postponed';
  if (!invitation.invited) return 'not-invited';
  if (meeting.state !== 'INVITED') return 'meeting-over';
  if (meeting.startsAt && meeting.startsAt <= now) return 'answer-after-start';
  return null;
}

/** Whether somebody may come, with all they bring, given what others have taken. */
export function fits(capacity: number | null, takenByOthers: number, companions: number): boolean {
  return capacity === null || takenByOthers + 1 + companions <= capacity;
}

/** What somebody held before they answered anew. */
export interface HeldSeat {
  kind: 'NONE' | 'SEAT' | 'WAITING';
  companions: number;
}

/**
 * Where a yes leads: to a seat if it fits, else onto the waiting list. Who holds a seat keeps it and is only
 * refused more companions than there are places.
 */
export function seatFor(
  capacity: number | null,
  takenByOthers: number,
  companions: number,
  held: HeldSeat,
): 'SEAT' | 'WAITING' | 'REFUSED' {
  if (fits(capacity, takenByOthers, companions)) return 'SEAT';
  if (held.kind !== 'SEAT') return 'WAITING';
  return companions <= held.companions ? 'SEAT' : 'REFUSED';
}

/** Who moves up, in order: nobody waits who would fit, so a single place does not stay empty behind a pair. */
export function movingUp<Waiting extends { companions: number }>(
  capacity: number | null,
  taken: number,
  waiting: readonly Waiting[],
): Waiting[] {
  let seats = taken;
  return waiting.filter((it) => {
    if (!fits(capacity, seats, it.companions)) return false;
    seats += 1 + it.companions;
    return true;
  });
}

/** Who has not answered yet: reminders go to them and to nobody else. */
export function isSilent(invitation: Counted): boolean {
  return (
    invitation.invitedAt !== null && invitation.uninvitedAt === null && invitation.answer === 'NEEDS_ACTION'
  );
}
