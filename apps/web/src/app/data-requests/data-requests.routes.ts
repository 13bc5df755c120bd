import type { Routes } from '@angular/router';

export const dataRequestsRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Datenanforderungen',
    loadComponent: () => import('./data-request-list-page').then((file) => file.DataRequestListPage),
  },
  {
    path: ':id',
    title: 'Datenanforderung',
    loadComponent: () => import('./data-request-page').then((file) => file.DataRequestPage),
  },
];
