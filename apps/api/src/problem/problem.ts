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

/** `throw problem(meetingProblems, 'meeting-cancelled')` */
export function problem<P extends Problems>(
  problems: P,
  code: keyof P & string,
  errors: readonly FieldError[] = [],
): ProblemException {
  const entry = problems[code] as P[keyof P & string];
  return new ProblemException(entry.status, code, entry.says, errors);
}
