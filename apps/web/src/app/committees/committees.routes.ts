import type { Routes } from '@angular/router';

export const committeeRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Gremien & Beschlüsse',
    loadComponent: () => import('./committee-list-page').then((file) => file.CommitteeListPage),
  },
  {
    path: ':id',
    title: 'Gremium',
    loadComponent: () => import('./committee-page').then((file) => file.CommitteePage),
  },
];
