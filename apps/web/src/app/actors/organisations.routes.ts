import type { Routes } from '@angular/router';
import { contributedTabs } from '../object-page/contributed';

export const organisationRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Organisationen',
    loadComponent: () =>
      import('./organisation-list/organisation-list-page').then((file) => file.OrganisationListPage),
  },
  {
    path: ':id',
    title: 'Organisation',
    loadComponent: () =>
      import('./organisation-page/organisation-page').then((file) => file.OrganisationPage),
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () =>
          import('./organisation-page/organisation-people').then((file) => file.OrganisationPeople),
      },
      { path: '', loadChildren: contributedTabs('organisation') },
      {
        path: 'verlauf',
        loadComponent: () =>
          import('./organisation-page/organisation-history').then((file) => file.OrganisationHistory),
      },
    ],
  },
];
