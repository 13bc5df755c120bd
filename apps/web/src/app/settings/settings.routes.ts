import type { Routes } from '@angular/router';
import { may } from '../session/guards';

export const settingsRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Einstellungen',
    loadComponent: () =>
      import('./settings-index/settings-index-page').then((file) => file.SettingsIndexPage),
  },
  {
    path: 'landkreis',
    title: 'Landkreis und Absender',
    canActivate: [may('settings:change')],
    loadComponent: () => import('./county-page/county-page').then((file) => file.CountyPage),
  },
  {
    path: 'texte',
    title: 'Impressum und Texte',
    canActivate: [may('settings:change')],
    loadComponent: () => import('./texts-page/texts-page').then((file) => file.TextsPage),
  },
  {
    path: 'kalender',
    title: 'Ferien und Sitzungswochen',
    canActivate: [may('lists:change')],
    loadComponent: () =>
      import('./calendar-periods/calendar-periods-page').then((file) => file.CalendarPeriodsPage),
  },
  {
    path: 'textbausteine',
    title: 'Textbausteine',
    canActivate: [may('lists:change')],
    loadComponent: () => import('./text-blocks/text-blocks-page').then((file) => file.TextBlocksPage),
  },
];
