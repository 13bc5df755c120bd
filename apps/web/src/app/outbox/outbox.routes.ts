import type { Routes } from '@angular/router';

export const outboxRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Postausgang',
    loadComponent: () => import('./mailbox-page').then((file) => file.MailboxPage),
  },
  {
    path: ':id',
    title: 'Sendung',
    loadComponent: () => import('./dispatch-page').then((file) => file.DispatchPage),
  },
];
