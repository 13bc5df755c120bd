import type { Routes } from '@angular/router';

export const decisionsRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Offene Entscheidungen',
    loadComponent: () => import('./decision-list-page').then((file) => file.DecisionListPage),
  },
  {
    path: ':id',
    title: 'Entscheidung',
    loadComponent: () => import('./decision-page').then((file) => file.DecisionPage),
  },
];
