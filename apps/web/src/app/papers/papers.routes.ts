import type { Routes } from '@angular/router';

export const papersRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Vorlagen',
    loadComponent: () => import('./paper-list-page').then((file) => file.PaperListPage),
  },
  {
    path: ':id',
    title: 'Vorlage',
    loadComponent: () => import('./paper-page').then((file) => file.PaperPage),
  },
];

export const controlRoutes: Routes = [
  {
    path: '',
    title: 'Beschlusskontrolle',
    loadComponent: () => import('./control/control-list-page').then((file) => file.ControlListPage),
  },
];
