import type { Routes } from '@angular/router';
import { contributedTabs } from '../object-page/contributed';
import { may } from '../session/guards';

export const peopleRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Personen',
    loadComponent: () => import('./person-list/person-list-page').then((file) => file.PersonListPage),
  },
  {
    path: 'verteiler',
    title: 'Verteilerliste einfügen',
    canActivate: [may('person:change')],
    loadComponent: () => import('./paste/paste-page').then((file) => file.PastePage),
  },
  {
    path: 'unzustellbar',
    title: 'Nicht erreichbare Adressen',
    canActivate: [may('person:change')],
    loadComponent: () => import('./unreachable/unreachable-page').then((file) => file.UnreachablePage),
  },
  {
    path: ':id',
    title: 'Person',
    loadComponent: () => import('./person-page/person-page').then((file) => file.PersonPage),
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () =>
          import('./person-page/person-organisations').then((file) => file.PersonOrganisations),
      },
      { path: '', loadChildren: contributedTabs('person') },
      {
        path: 'verlauf',
        loadComponent: () => import('./person-page/person-history').then((file) => file.PersonHistory),
      },
    ],
  },
];
