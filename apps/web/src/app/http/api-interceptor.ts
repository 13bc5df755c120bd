import { HttpContextToken, type HttpInterceptorFn, HttpResponse } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, switchMap, tap, throwError } from 'rxjs';
import { SESSION_LEFT_HEADER } from '@runder-tisch/domain/accounts';
import { AskingAccount } from './asking-account';
import { asProblemError, ProblemError } from './problem-error';
import { SESSION_DOOR } from './session-door';

/** For requests whose 401 is an answer and not the end of a session, such as signing in itself. */
export const staysOnPage = new HttpContextToken(() => false);

/**
 * On every request our header (the API refuses changes without it) and the account it is meant for, refusals as
 * ProblemError. Where the session has ended the request waits for somebody to sign in again and is then sent once
 * more as it was, with its Idempotency-Key: the page below knows of nothing.
 */
export const apiInterceptor: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith('/api/')) return next(request);
  const door = inject(SESSION_DOOR);
  const account = request.headers.has('X-RT-Account') ? null : inject(AskingAccount).id();
  const ours = request.clone({
    setHeaders: { 'X-RT-Request': '1', ...(account ? { 'X-RT-Account': account } : {}) },
  });
  const send = () =>
    next(ours).pipe(
      tap((event) => {
        const left = event instanceof HttpResponse && event.headers.get(SESSION_LEFT_HEADER);
        if (left) door.heard(left);
      }),
    );
  const isChange = request.method !== 'GET';
  return send().pipe(
    catchError((failed: unknown) => {
      const problem = asProblemError(failed);
      if (!endsSession(problem)) return throwError(() => problem);
      door.ended(problem);
      if (request.context.get(staysOnPage)) return throwError(() => problem);
      return from(door.signInAgain(problem, isChange)).pipe(
        switchMap((again) => (again ? send() : throwError(() => notSent(problem, isChange)))),
        catchError((error: unknown) => throwError(() => asProblemError(error))),
      );
    }),
  );
};

function endsSession({ code }: ProblemError): boolean {
  return code === 'not-signed-in' || code === 'account-changed';
}

function notSent(problem: ProblemError, isChange: boolean): ProblemError {
  if (!isChange) return problem;
  const says =
    'Ihre Sitzung ist beendet. Gespeichert ist noch nichts; was Sie eingegeben haben, steht noch da.';
  return new ProblemError(problem.status, problem.code, says);
}
