import { inject } from '@angular/core';
import { Session } from '../session/session';

/** How the list of meetings is called in the navigation of who looks at it. */
export function meetingsName(): string {
  const session = inject(Session);
  return session.hasRole('reader') && !session.isStaff() ? 'Sitzungen' : 'Termine';
}
