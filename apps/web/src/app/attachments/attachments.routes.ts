import type { Routes } from '@angular/router';

export const attachmentRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Alle Unterlagen',
    loadComponent: () => import('./attachment-list-page').then((file) => file.AttachmentListPage),
  },
  {
    path: ':id',
    title: 'Unterlage',
    loadComponent: () => import('./attachment-page').then((file) => file.AttachmentPage),
  },
];
