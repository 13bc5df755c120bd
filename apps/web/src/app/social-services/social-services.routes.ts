import type { Routes } from '@angular/router';
import { may } from '../session/guards';

const form = () => import('./service-form/service-form-page').then((file) => file.ServiceFormPage);

export const serviceRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Angebote',
    loadComponent: () => import('./service-list/service-list-page').then((file) => file.ServiceListPage),
  },
  {
    path: 'neu',
    title: 'Angebot eintragen',
    canActivate: [may('service:enter')],
    data: { of: 'office' },
    loadComponent: form,
  },
  {
    path: ':id',
    title: 'Angebot',
    loadComponent: () => import('./service-page/service-page').then((file) => file.ServicePage),
  },
  {
    path: ':id/bearbeiten',
    title: 'Angebot bearbeiten',
    canActivate: [may('service:enter')],
    data: { of: 'office' },
    loadComponent: form,
  },
];

/** What an organisation sees of its own. */
export const ownServiceRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Unsere Angebote',
    loadComponent: () => import('./own-services/own-services-page').then((file) => file.OwnServicesPage),
  },
  { path: 'neu', title: 'Angebot eintragen', data: { of: 'organisation' }, loadComponent: form },
  { path: ':id', title: 'Angebot', data: { of: 'organisation' }, loadComponent: form },
];
