import type { Routes } from '@angular/router';
import { may } from '../session/guards';

export const measuresRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Maßnahmen',
    loadComponent: () => import('./overview/measure-list-page').then((file) => file.MeasureListPage),
  },
  {
    path: 'zeitstrahl',
    title: 'Maßnahmen: Zeitstrahl',
    loadComponent: () => import('./overview/measure-timeline-page').then((file) => file.MeasureTimelinePage),
  },
  {
    path: 'kosten',
    title: 'Maßnahmen: Kosten',
    loadComponent: () => import('./overview/measure-cost-page').then((file) => file.MeasureCostPage),
  },
  {
    path: 'abgleich',
    title: 'Maßnahmen mit einer Liste ändern',
    canActivate: [may('measure:change')],
    loadComponent: () => import('./overview/measure-sheet-page').then((file) => file.MeasureSheetPage),
  },
  {
    path: ':id',
    title: 'Maßnahme',
    loadComponent: () => import('./page/measure-page').then((file) => file.MeasurePage),
  },
];

export const yearLetterRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Jahresbriefe',
    canActivate: [may('year-letter:send')],
    loadComponent: () => import('./year-letters/year-letters-page').then((file) => file.YearLettersPage),
  },
  {
    path: 'entwurf/:id',
    title: 'Jahresbrief',
    canActivate: [may('year-letter:send')],
    loadComponent: () => import('./year-letters/letter-preview-page').then((file) => file.LetterPreviewPage),
  },
  {
    path: ':id',
    title: 'Jahresbrief',
    loadComponent: () => import('./year-letters/sent-letter-page').then((file) => file.SentLetterPage),
  },
];
