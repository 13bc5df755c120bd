import type { Routes } from '@angular/router';

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
        loadComponent: () =>
          import('./organisation-page/organisation-people').then((file) => file.OrganisationPeople),
      },
      {
        path: 'sitzt-in',
        loadComponent: () =>
          import('./organisation-page/organisation-seats').then((file) => file.OrganisationSeats),
      },
      {
        path: 'angebote',
        loadComponent: () =>
          import('./organisation-page/organisation-services').then((file) => file.OrganisationServices),
      },
      {
        path: 'verlauf',
        loadComponent: () =>
          import('./organisation-page/organisation-history').then((file) => file.OrganisationHistory),
      },
    ],
  },
];
