import type { InvitationAnswer, MeetingState } from '@runder-tisch/domain/meetings';

/** The colour of a badge only repeats what its word says. */
export function stateTone(state: MeetingState): string {
  if (state === 'CANCELLED') return 'rt-badge-negative';
  if (state === 'POSTPONED') return 'rt-badge-warning';
  if (state === 'INVITED') return 'rt-badge-accent';
  return state === 'MINUTES_APPROVED' ? 'rt-badge-positive' : '';
}

export function answerTone(answer: InvitationAnswer): string {
  if (answer === 'ACCEPTED') return 'rt-badge-positive';
  if (answer === 'TENTATIVE') return 'rt-badge-warning';
  return answer === 'DECLINED' ? 'rt-badge-negative' : '';
}
