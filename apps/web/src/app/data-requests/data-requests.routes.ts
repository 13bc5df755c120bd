import type { Routes } from '@angular/router';

export const dataRequestsRoutes: Routes = [
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

export const interfacesRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Schnittstellen',
    loadComponent: () => import('./interfaces/interface-list-page').then((file) => file.InterfaceListPage),
  },
];
