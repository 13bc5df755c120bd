import { counted } from '../../text';
import { formatShortDate } from '../../time';
import {
  matrixAxes,
  type MatrixDirection,
  matrixReasonLabels,
  type MatrixStep,
  matrixSteps,
  matrixWords,
} from './matrix-steps';
import type { MatrixCell, MatrixHead } from './matrix-views';

/** @returns the step and direction a query means: the first step, forwards, where it says nothing */
export function matrixStepOf(query: { step?: MatrixStep; direction?: MatrixDirection }): {
  step: MatrixStep;
  direction: MatrixDirection;
} {
  return { step: query.step ?? matrixSteps[0], direction: query.direction ?? 'FORWARDS' };
}

/** @returns what a mark says: "verknüpft", "über A-2026-003", "zu prüfen" */
export function matrixCellWords({
  direct,
  through,
  toCheck,
}: Pick<MatrixCell, 'direct' | 'through' | 'toCheck'>): string {
  const linked = direct ? 'verknüpft' : `über ${through}`;
  return toCheck ? `${linked}, zu prüfen` : linked;
}

/** @returns since when it is linked and who looked at it again, as a sentence without a full stop */
export function matrixCellHistory({ since, acceptedBy, acceptedAt }: MatrixCell): string {
  const linked = `seit ${formatShortDate(since)}`;
  return acceptedAt
    ? `${linked}, nach einer Änderung geprüft von ${acceptedBy} am ${formatShortDate(acceptedAt)}`
    : linked;
}

/**
 * What a row has to say of itself: "2 Befunde", "Lücke: führt zu keinem Befund", or why nothing has to stand there.
 * @param row head of a row of this step seen in this direction
 */
export function matrixOutcomeWords(
  row: Pick<MatrixHead, 'count' | 'outcome' | 'reason'>,
  step: MatrixStep,
  direction: MatrixDirection,
): string {
  const words = matrixWords[matrixAxes(step, direction).columns];
  if (row.outcome === 'LINKED') return counted(row.count, words.one, words.many);
  if (row.outcome === 'NOT_NEEDED' && row.reason) return matrixReasonLabels[row.reason];
  return `Lücke: ${direction === 'FORWARDS' ? 'führt zu' : 'stützt sich auf'} ${words[direction === 'FORWARDS' ? 'toNone' : 'onNone']}`;
}
