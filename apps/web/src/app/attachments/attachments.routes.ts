import type { Routes } from '@angular/router';
import { may } from '../session/guards';

export const attachmentRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Alle Unterlagen',
    canActivate: [may('attachment:read')],
    loadComponent: () => import('./attachment-list-page').then((file) => file.AttachmentListPage),
  },
  {
    path: ':id',
    title: 'Unterlage',
    canActivate: [may('attachment:read')],
    loadComponent: () => import('./attachment-page').then((file) => file.AttachmentPage),
  },
];
