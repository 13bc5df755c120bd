import type { Routes } from '@angular/router';

export const feedbackRoutes: Routes = [
  {
    path: '',
    title: 'Hinweise',
    loadComponent: () => import('./inbox/inbox-page').then((file) => file.InboxPage),
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('./inbox/nothing-chosen').then((file) => file.NothingChosen),
      },
      {
        path: ':id',
        loadComponent: () => import('./item/feedback-item').then((file) => file.FeedbackItem),
      },
    ],
  },
];

export const returnMessageRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Ergebnisbriefe',
    loadComponent: () =>
      import('./return-messages/return-message-list-page').then((file) => file.ReturnMessageListPage),
  },
  {
    path: ':id',
    title: 'Ergebnisbrief',
    loadComponent: () =>
      import('./return-messages/return-message-page').then((file) => file.ReturnMessagePage),
  },
];

export const argumentRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Argumente',
    loadComponent: () => import('./condensing/argument-list-page').then((file) => file.ArgumentListPage),
  },
  {
    path: ':id',
    title: 'Argument',
    loadComponent: () => import('./condensing/argument-page').then((file) => file.ArgumentPage),
  },
];

export const letterRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Briefe',
    loadComponent: () => import('./letters/letter-list-page').then((file) => file.LetterListPage),
  },
  {
    path: ':id',
    title: 'Brief',
    loadComponent: () => import('./letters/letter-page').then((file) => file.LetterPage),
  },
];

export const groupRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Gruppen',
    loadComponent: () => import('./condensing/group-list-page').then((file) => file.GroupListPage),
  },
  {
    path: ':id',
    title: 'Gruppe',
    loadComponent: () => import('./condensing/group-page').then((file) => file.GroupPage),
  },
];
