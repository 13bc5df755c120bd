import type { Routes } from '@angular/router';
import { contributedTabs } from '../object-page/contributed';

export const networkRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Netzwerke',
    loadComponent: () => import('./network-list/network-list-page').then((file) => file.NetworkListPage),
  },
  {
    path: ':id',
    title: 'Netzwerk',
    loadComponent: () => import('./network-page/network-page').then((file) => file.NetworkPage),
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('./network-page/network-members').then((file) => file.NetworkMembers),
      },
      { path: '', loadChildren: contributedTabs('network') },
      {
        path: 'wirkung',
        loadComponent: () => import('./network-page/network-outcome').then((file) => file.NetworkOutcome),
      },
    ],
  },
];
