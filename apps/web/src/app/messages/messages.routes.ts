import type { Routes } from '@angular/router';

export const messageRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Nachrichten',
    loadComponent: () => import('./message-list-page').then((file) => file.MessageListPage),
  },
  {
    path: 'neu',
    title: 'Nachricht schreiben',
    data: { id: 'neu' },
    loadComponent: () => import('./message-page/message-page').then((file) => file.MessagePage),
  },
  {
    path: ':id',
    title: 'Nachricht',
    loadComponent: () => import('./message-page/message-page').then((file) => file.MessagePage),
  },
];
