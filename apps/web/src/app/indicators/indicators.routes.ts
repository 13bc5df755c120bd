import type { Routes } from '@angular/router';

export const indicatorsRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Indikatoren',
    loadComponent: () => import('./catalogue/indicator-list-page').then((file) => file.IndicatorListPage),
  },
  {
    path: ':id',
    title: 'Indikator',
    loadComponent: () => import('./page/indicator-page').then((file) => file.IndicatorPage),
  },
];

export const dataSourcesRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Quellen',
    loadComponent: () => import('./sources/data-sources-page').then((file) => file.DataSourcesPage),
  },
];

export const dataConceptRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Datenkonzept',
    loadComponent: () => import('./concept/data-concept-page').then((file) => file.DataConceptPage),
  },
];
