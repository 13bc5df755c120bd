import type { Routes } from '@angular/router';

export const prioritisationRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Punktabfragen',
    loadComponent: () => import('./prioritisation-list-page').then((file) => file.PrioritisationListPage),
  },
  {
    path: ':id',
    title: 'Punktabfrage',
    loadComponent: () => import('./prioritisation-page').then((file) => file.PrioritisationPage),
  },
];
