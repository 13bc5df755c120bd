import { inject } from '@angular/core';
import { RedirectCommand, Router, type CanActivateFn } from '@angular/router';
import type { Permission } from '@runder-tisch/domain/accounts';
import { Session } from './session';

/** Everything behind the door: without a session to the sign-in page, which comes back here afterwards. */
export const signedIn: CanActivateFn = (_route, state) => {
  if (inject(Session).signedIn()) return true;
  const router = inject(Router);
  const target = state.url === '/' ? {} : { ziel: state.url };
  return new RedirectCommand(router.createUrlTree(['/anmelden'], { queryParams: target }));
};

/** `canActivate: [may('organisation:read')]`; others see a page that says so, the address stays. */
export function may(permission: Permission): CanActivateFn {
  return () => {
    if (inject(Session).may(permission)) return true;
    const router = inject(Router);
    return new RedirectCommand(router.parseUrl('/kein-zugang'), { skipLocationChange: true });
  };
}
