import type { Routes } from '@angular/router';

export const figureImportsRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Zahlen einlesen',
    loadComponent: () => import('./figure-import-list-page').then((file) => file.FigureImportListPage),
  },
  {
    path: ':id',
    title: 'Zahlen einlesen',
    loadComponent: () => import('./figure-import-page').then((file) => file.FigureImportPage),
  },
];
