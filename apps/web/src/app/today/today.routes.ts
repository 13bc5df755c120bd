import type { Routes } from '@angular/router';

export const todayRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Heute',
    loadComponent: () => import('./today-page').then((file) => file.TodayPage),
  },
  {
    path: 'aufgaben',
    title: 'Aufgaben',
    loadComponent: () => import('./task-list-page').then((file) => file.TaskListPage),
  },
  {
    path: 'wiedervorlagen',
    title: 'Wiedervorlagen',
    loadComponent: () => import('../reminders/reminder-list-page').then((file) => file.ReminderListPage),
  },
];
