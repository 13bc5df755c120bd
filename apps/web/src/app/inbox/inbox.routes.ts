import type { Routes } from '@angular/router';
import { may } from '../session/guards';

export const inboxRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Posteingang',
    canActivate: [may('inbox:work')],
    loadComponent: () => import('./inbox-page').then((file) => file.InboxPage),
  },
  {
    path: 'unzustellbar',
    title: 'Unzustellbare Adressen',
    canActivate: [may('person:change')],
    loadComponent: () => import('./bounced-page').then((file) => file.BouncedPage),
  },
];
