import type { InvitationAnswer } from '../meeting-words';

/** An invitation of somebody who was invited twice to the same meeting. */
export interface DoubleInvitation {
  id: string;
  mail: string;
  representsId: string | null;
  invitedAt: Date | null;
  uninvitedAt: Date | null;
  answer: InvitationAnswer;
  answeredAt: Date | null;
  waitingNumber: number | null;
  companions: number;
  deputyName: string;
}

/**
 * Whose answer counts of two by the same person: a given one beats silence, of two yeses the one with a seat, of two
 * that differ the newer. An invitation that was taken back says nothing.
 *
 * @param one wins where both weigh the same
 * @returns one of the two
 */
export function countingAnswer<Double extends DoubleInvitation>(one: Double, other: Double): Double {
  const [first, second] = [weight(one), weight(other)];
  if (first !== second) return first > second ? one : other;
  if (first === 0) return one;
  if (one.answer === 'ACCEPTED' && other.answer === 'ACCEPTED' && hasSeat(one) !== hasSeat(other))
    return hasSeat(one) ? one : other;
  if (saysTheSame(one, other)) return one;
  return (other.answeredAt?.getTime() ?? 0) > (one.answeredAt?.getTime() ?? 0) ? other : one;
}

/**
 * Which of two invitations of the same person stays: the one that stands in their calendar with the answer that
 * counts, so that nothing has to be corrected there. Where neither weighs more, the one to the address that is theirs.
 *
 * @param preferredMail the address of the person from now on, in any spelling of letters
 * @returns one of the two
 */
export function keptInvitation<Double extends DoubleInvitation>(
  one: Double,
  other: Double,
  preferredMail: string,
): Double {
  // Who was to stand in for themselves comes themselves.
  if (one.representsId === other.id) return one;
  if (other.representsId === one.id) return other;
  const [first, second] = [standing(one), standing(other)];
  if (first !== second) return first > second ? one : other;
  const preferred = other.mail.toLowerCase() === preferredMail.toLowerCase() ? other : one;
  return countingAnswer(preferred, preferred === one ? other : one);
}

function saysTheSame(one: DoubleInvitation, other: DoubleInvitation): boolean {
  return (
    one.answer === other.answer && one.companions === other.companions && one.deputyName === other.deputyName
  );
}

function standing({ invitedAt, uninvitedAt }: DoubleInvitation): number {
  if (uninvitedAt !== null) return 0;
  return invitedAt === null ? 1 : 2;
}

function weight({ answer, uninvitedAt }: DoubleInvitation): number {
  return uninvitedAt === null && answer !== 'NEEDS_ACTION' ? 1 : 0;
}

function hasSeat({ invitedAt, waitingNumber }: DoubleInvitation): boolean {
  return invitedAt !== null && waitingNumber === null;
}
