import type { Routes } from '@angular/router';

export const findingsRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Befunde',
    loadComponent: () => import('./finding-list-page').then((file) => file.FindingListPage),
  },
  {
    path: ':id',
    title: 'Befund',
    loadComponent: () => import('./finding-page').then((file) => file.FindingPage),
  },
];
