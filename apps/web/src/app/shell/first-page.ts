import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { Session } from '../session/session';
import { existingLinks } from './existing-links';
import { navigationFor } from './navigation';

/** Where somebody lands: the first entry of their own navigation. */
export function firstPage(): string {
  const { permissions, roles } = inject(Session).current();
  const links = existingLinks(inject(Router).config);
  return navigationFor(permissions, roles, (link) => links.has(link))[0]?.link ?? '/kein-zugang';
}
