import type { Refusal } from '@runder-tisch/domain/moves';
import type { Problems } from '@runder-tisch/domain/problem';

export interface FieldError {
  path: string;
  code: string;
  detail?: string;
}

/** A refusal with a stable code and the German sentence that goes with it. */
export class ProblemException extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly says: string,
    readonly errors: readonly FieldError[] = [],
  ) {
    super(`${code}: ${says}`);
  }
}

/**
 * `throw problem(meetingProblems, 'meeting-cancelled')`; with the path of a field the same sentence also stands at
 * that field, with a list each entry says its own.
 */
export function problem<P extends Problems>(
  problems: P,
  code: keyof P & string,
  at: string | readonly FieldError[] = [],
): ProblemException {
  const { status, says } = problems[code] as P[keyof P & string];
  return new ProblemException(
    status,
    code,
    says,
    typeof at === 'string' ? [{ path: at, code, detail: says }] : at,
  );
}

/** What a table of moves says against a move, at its field where it belongs to one. */
export function refused<P extends Problems>(
  problems: P,
  { code, path }: Refusal<keyof P & string>,
): ProblemException {
  return problem(problems, code, path || []);
}
