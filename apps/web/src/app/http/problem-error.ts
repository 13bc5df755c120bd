import { HttpErrorResponse } from '@angular/common/http';
import { type Resource, type Signal, computed } from '@angular/core';
import { generalProblems, type ProblemView } from '@runder-tisch/domain/problem';

/** A refusal of the API with its code and German sentence; what any failed request of this app throws. */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly says: string,
    readonly errors: ProblemView['errors'] = [],
    readonly requestId = '',
  ) {
    super(says);
    this.name = 'ProblemError';
  }
}

/** Reads a failed answer; a server that cannot be reached gets a sentence too. */
export function asProblemError(failed: unknown): ProblemError {
  if (failed instanceof ProblemError) return failed;
  if (!(failed instanceof HttpErrorResponse))
    return new ProblemError(0, 'unexpected', generalProblems.unexpected.says);
  const body: unknown = typeof failed.error === 'string' ? readJson(failed.error) : failed.error;
  if (isProblem(body))
    return new ProblemError(body.status, body.code, body.detail, body.errors, body.requestId);
  if (failed.status === 0) {
    const says = 'Die Anwendung ist gerade nicht erreichbar. Bitte prüfen Sie Ihre Verbindung.';
    return new ProblemError(0, 'unreachable', says);
  }
  const known = Object.entries(generalProblems).find(([, entry]) => entry.status === failed.status);
  return new ProblemError(
    failed.status,
    known?.[0] ?? 'unexpected',
    known?.[1].says ?? generalProblems.unexpected.says,
  );
}

/** Why this was not answered; null where it was. */
export function problemOf(
  ...resources: readonly Pick<Resource<unknown>, 'error'>[]
): Signal<ProblemError | null> {
  return computed(() => {
    const failed = resources.map((it) => it.error()).find(Boolean);
    return failed ? asProblemError(failed) : null;
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isProblem(body: unknown): body is ProblemView {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body && 'errors' in body;
}
