import { inject } from '@angular/core';
import { Session } from '../session/session';
import { navigationFor } from './navigation';

/** Where somebody lands: the first entry of their own navigation. */
export function firstPage(): string {
  const { permissions, roles } = inject(Session).current();
  return navigationFor(permissions, roles)[0]?.link ?? '/kein-zugang';
}
