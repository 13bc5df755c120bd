import type { DecisionResult } from '../findings';
import type { PaperMove } from './paper-state';
import type { paperProblems } from './papers-problems';

export const consultationRoles = ['ADVISING', 'DECIDING'] as const;
export type ConsultationRole = (typeof consultationRoles)[number];

export const consultationRoleLabels: Record<ConsultationRole, string> = {
  ADVISING: 'Vorberatung',
  DECIDING: 'Beschluss',
};

/** What is entered of a consultation. */
export interface ConsultationResult {
  result: DecisionResult | '';
  decidedOn: string | null;
  votesYes: number | null;
  votesNo: number | null;
  votesAbstained: number | null;
  wording: string;
  reason: string;
  resolutionNumber: string;
}

export interface ConsultationFault {
  code: keyof typeof paperProblems;
  path: string;
}

/** What is missing of a result, if anything: who defers has neither counted nor decided. */
export function resultFault(
  role: ConsultationRole,
  it: ConsultationResult,
  today: string,
): ConsultationFault | null {
  if (it.result === '') return { code: 'consultation-result-missing', path: 'result' };
  if (it.decidedOn === null) return { code: 'consultation-day-missing', path: 'decidedOn' };
  if (it.decidedOn > today) return { code: 'consultation-in-future', path: 'decidedOn' };
  if (it.result === 'DEFERRED') return null;
  if (!hasVotes(it)) return { code: 'consultation-votes-missing', path: 'votesYes' };
  if (it.result === 'CHANGED' && it.wording.trim() === '')
    return { code: 'consultation-wording-missing', path: 'wording' };
  if (it.result === 'REJECTED' && it.reason.trim() === '')
    return { code: 'consultation-reason-missing', path: 'reason' };
  if (role === 'DECIDING' && it.result !== 'REJECTED' && it.resolutionNumber.trim() === '')
    return { code: 'consultation-number-missing', path: 'resolutionNumber' };
  return null;
}

/** What a result does with the paper: only who decides moves it, and who defers does not. */
export function moveOfConsultation(
  role: ConsultationRole,
  result: DecisionResult,
): Extract<PaperMove, 'adopt' | 'reject'> | null {
  if (role !== 'DECIDING' || result === 'DEFERRED') return null;
  return result === 'REJECTED' ? 'reject' : 'adopt';
}

/** Whether an item of a session with this consultation is complete for its minutes. */
export function isCounted({
  result,
  ...votes
}: Pick<ConsultationResult, Votes> & { result: DecisionResult | null }): boolean {
  return result === 'DEFERRED' || (result !== null && hasVotes(votes));
}

type Votes = 'votesYes' | 'votesNo' | 'votesAbstained';

function hasVotes({ votesYes, votesNo, votesAbstained }: Pick<ConsultationResult, Votes>): boolean {
  return votesYes !== null && votesNo !== null && votesAbstained !== null;
}

/** "9 dafür, 1 dagegen, 2 enthalten"; nothing where nobody counted. */
export function votesInWords({ votesYes, votesNo, votesAbstained }: Pick<ConsultationResult, Votes>): string {
  if (votesYes === null || votesNo === null || votesAbstained === null) return '';
  return `${votesYes} dafür, ${votesNo} dagegen, ${votesAbstained} enthalten`;
}
