import type { Routes } from '@angular/router';

export const requestRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Lieferungen',
    loadComponent: () => import('./request-list-page').then((file) => file.RequestListPage),
  },
  {
    path: ':id',
    title: 'Datenanforderung',
    loadComponent: () => import('./request-page').then((file) => file.RequestPage),
  },
];

export const registerRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Schnittstellen',
    loadComponent: () => import('./interfaces/interface-list-page').then((file) => file.InterfaceListPage),
  },
];
