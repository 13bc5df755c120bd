import type { MeetingProblem } from './meetings-problems';
import type { InvitationAnswer, MeetingState } from './meeting-words';

export interface AnswerCounts {
  /** People an invitation went out to and who are still invited. */
  invited: number;
  accepted: number;
  tentative: number;
  declined: number;
  open: number;
  /** Accepted with the people they bring along. */
  seats: number;
}

interface Counted {
  answer: InvitationAnswer;
  companions: number;
  invitedAt: unknown;
  uninvitedAt: unknown;
}

export function countAnswers(invitations: readonly Counted[]): AnswerCounts {
  const current = invitations.filter((it) => it.invitedAt !== null && it.uninvitedAt === null);
  const having = (answer: InvitationAnswer): number => current.filter((it) => it.answer === answer).length;
  return {
    invited: current.length,
    accepted: having('ACCEPTED'),
    tentative: having('TENTATIVE'),
    declined: having('DECLINED'),
    open: having('NEEDS_ACTION'),
    seats: current.filter((it) => it.answer === 'ACCEPTED').reduce((sum, it) => sum + 1 + it.companions, 0),
  };
}

/** "4 Zusagen, 1 Absage, 2 offen" */
export function answersInWords(counts: AnswerCounts): string {
  if (counts.invited === 0) return 'Noch niemand eingeladen';
  const parts = [
    counts.accepted > 0 && (counts.accepted === 1 ? '1 Zusage' : `${counts.accepted} Zusagen`),
    counts.tentative > 0 && `${counts.tentative} vielleicht`,
    counts.declined > 0 && (counts.declined === 1 ? '1 Absage' : `${counts.declined} Absagen`),
    counts.open > 0 && `${counts.open} offen`,
  ];
  return parts.filter(Boolean).join(', ');
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

/** Who has not answered yet: reminders go to them and to nobody else. */
export function isSilent(invitation: Counted): boolean {
  return (
    invitation.invitedAt !== null && invitation.uninvitedAt === null && invitation.answer === 'NEEDS_ACTION'
  );
}
