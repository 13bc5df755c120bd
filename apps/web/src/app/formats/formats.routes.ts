import type { Routes } from '@angular/router';
import { contributedTabs } from '../object-page/contributed';
import { may } from '../session/guards';

export const formatRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Formate',
    loadComponent: () => import('./format-list/format-list-page').then((file) => file.FormatListPage),
  },
  {
    path: 'bibliothek',
    title: 'Bibliothek der Formate',
    loadComponent: () =>
      import('./format-library/format-library-page').then((file) => file.FormatLibraryPage),
  },
  {
    path: 'bibliothek/:id',
    title: 'Formattyp',
    canActivate: [may('lists:change')],
    loadComponent: () => import('./format-library/format-type-page').then((file) => file.FormatTypePage),
  },
  {
    path: ':id',
    title: 'Format',
    loadComponent: () => import('./format-page/format-page').then((file) => file.FormatPage),
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('./format-page/format-phases').then((file) => file.FormatPhases),
      },
      {
        path: 'einladung',
        loadComponent: () =>
          import('./format-page/format-preparation').then((file) => file.FormatPreparation),
      },
      { path: '', loadChildren: contributedTabs('format') },
      {
        path: 'ergebnisse',
        loadComponent: () => import('./format-page/format-results').then((file) => file.FormatResults),
      },
    ],
  },
];
