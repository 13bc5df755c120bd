import type { Routes } from '@angular/router';

export const measuresRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Maßnahmen',
    loadComponent: () => import('./measure-list-page').then((file) => file.MeasureListPage),
  },
  {
    path: ':id',
    title: 'Maßnahme',
    loadComponent: () => import('./measure-page').then((file) => file.MeasurePage),
  },
];
