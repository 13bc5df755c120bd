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
    path: 'mitreden',
    title: 'Mitreden',
    canActivate: [may('settings:change')],
    loadComponent: () => import('./voices-page/voices-page').then((file) => file.VoicesPage),
  },
  {
    path: 'konten',
    title: 'Konten',
    canActivate: [may('account:manage')],
    loadComponent: () => import('../accounts/account-list-page').then((file) => file.AccountListPage),
  },
  {
    path: 'textbausteine',
    title: 'Textbausteine',
    canActivate: [may('lists:change')],
    loadComponent: () => import('./text-blocks/text-blocks-page').then((file) => file.TextBlocksPage),
  },
  {
    path: 'angebote',
    title: 'Kategorien und Zielgruppen',
    canActivate: [may('lists:change')],
    loadComponent: () =>
      import('../social-services/lists/service-lists-page').then((file) => file.ServiceListsPage),
  },
  {
    path: 'gemeinden',
    title: 'Gemeinden und Planungsräume',
    canActivate: [may('lists:change')],
    loadComponent: () => import('../territory/territory-page').then((file) => file.TerritoryPage),
  },
];
