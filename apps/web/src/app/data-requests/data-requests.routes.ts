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
  {
    path: 'kalender',
    title: 'Kalender der Lieferungen',
    loadComponent: () =>
      import('./interfaces/delivery-calendar-page').then((file) => file.DeliveryCalendarPage),
  },
  {
    path: 'fachplanungen',
    title: 'Fachplanungen',
    loadComponent: () =>
      import('./sector-plans/sector-plan-list-page').then((file) => file.SectorPlanListPage),
  },
  {
    path: 'beschreibung',
    title: 'Schnittstellenbeschreibung',
    loadComponent: () =>
      import('./interfaces/interface-description-page').then((file) => file.InterfaceDescriptionPage),
  },
  {
    path: ':id',
    title: 'Schnittstelle',
    loadComponent: () => import('./interfaces/interface-page').then((file) => file.InterfacePage),
  },
];
