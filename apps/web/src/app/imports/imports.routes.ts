import type { Routes } from '@angular/router';

export const importRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Liste übernehmen',
    loadComponent: () => import('./import-start-page').then((file) => file.ImportStartPage),
  },
  {
    path: ':id',
    title: 'Liste übernehmen',
    loadComponent: () => import('./import-page').then((file) => file.ImportPage),
  },
];
