import type { Routes } from '@angular/router';

export const fieldOfActionRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Handlungsfelder',
    loadComponent: () => import('./field-list-page').then((file) => file.FieldListPage),
  },
  {
    path: ':id',
    title: 'Handlungsfeld',
    loadComponent: () => import('./field-page').then((file) => file.FieldPage),
  },
];
