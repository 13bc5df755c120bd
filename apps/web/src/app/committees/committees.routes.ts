import type { Routes } from '@angular/router';
import { contributedTabs } from '../object-page/contributed';

export const committeeRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Gremien & Beschlüsse',
    loadComponent: () => import('./committee-list-page').then((file) => file.CommitteeListPage),
  },
  {
    path: ':id',
    title: 'Gremium',
    loadComponent: () => import('./committee-page').then((file) => file.CommitteePage),
    children: [
      {
        path: 'mitglieder',
        loadComponent: () => import('./seats/committee-members').then((file) => file.CommitteeMembers),
      },
      { path: '', loadChildren: contributedTabs('committee') },
    ],
  },
];
