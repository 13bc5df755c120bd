import type { Routes } from '@angular/router';

export const findingsRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Befunde',
    loadComponent: () => import('./finding/finding-list-page').then((file) => file.FindingListPage),
  },
  {
    path: ':id',
    title: 'Befund',
    loadComponent: () => import('./finding/finding-page').then((file) => file.FindingPage),
  },
];

export const prioritiesRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Handlungsschwerpunkte',
    loadComponent: () => import('./priority/priority-list-page').then((file) => file.PriorityListPage),
  },
  {
    path: ':id',
    title: 'Handlungsschwerpunkt',
    loadComponent: () => import('./priority/priority-page').then((file) => file.PriorityPage),
  },
];

export const recommendationsRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Handlungsempfehlungen',
    loadComponent: () =>
      import('./recommendation/recommendation-list-page').then((file) => file.RecommendationListPage),
  },
  {
    path: ':id',
    title: 'Handlungsempfehlung',
    loadComponent: () =>
      import('./recommendation/recommendation-page').then((file) => file.RecommendationPage),
  },
];
