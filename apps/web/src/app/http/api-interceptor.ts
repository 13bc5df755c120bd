import { HttpContextToken, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { catchError, throwError } from 'rxjs';
import { asProblemError } from './problem-error';

/** For requests whose 401 is an answer and not the end of a session, such as signing in itself. */
export const staysOnPage = new HttpContextToken(() => false);

/** Our header on every request (the API refuses changes without it), refusals as ProblemError, 401 to the door. */
export const apiInterceptor: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith('/api/')) return next(request);
  const router = inject(Router);
  return next(request.clone({ setHeaders: { 'X-RT-Request': '1' } })).pipe(
    catchError((failed: unknown) => {
      const problem = asProblemError(failed);
      if (
        problem.status === 401 &&
        !request.context.get(staysOnPage) &&
        !router.url.startsWith('/anmelden')
      ) {
        void router.navigate(['/anmelden'], { queryParams: { ziel: router.url } });
      }
      return throwError(() => problem);
    }),
  );
};
