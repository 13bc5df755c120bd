import type { Routes } from '@angular/router';
import { may } from './session/guards';

/** All pages below Planung, of whichever area they are. */
export const planningRoutes: Routes = [
  {
    path: 'handlungsfelder',
    canActivate: [may('lists:read')],
    loadChildren: () =>
      import('./fields-of-action/fields-of-action.routes').then((file) => file.fieldOfActionRoutes),
  },
  {
    path: 'gremien',
    canActivate: [may('committee:read')],
    loadChildren: () => import('./committees/committees.routes').then((file) => file.committeeRoutes),
  },
  {
    path: 'vorschlagswoerter',
    title: 'Wörter für Vorschläge',
    canActivate: [may('lists:change')],
    loadComponent: () =>
      import('./feedback/suggestion-words/suggestion-words-page').then((file) => file.SuggestionWordsPage),
  },
  {
    path: 'punktabfragen',
    canActivate: [may('finding:read')],
    loadChildren: () =>
      import('./findings/prioritisation/prioritisation.routes').then((file) => file.prioritisationRoutes),
  },
  {
    path: 'befunde',
    canActivate: [may('finding:read')],
    loadChildren: () => import('./findings/findings.routes').then((file) => file.findingsRoutes),
  },
  {
    path: 'schwerpunkte',
    canActivate: [may('recommendation:read')],
    loadChildren: () => import('./findings/findings.routes').then((file) => file.prioritiesRoutes),
  },
  {
    path: 'empfehlungen',
    canActivate: [may('recommendation:read')],
    loadChildren: () => import('./findings/findings.routes').then((file) => file.recommendationsRoutes),
  },
  {
    path: 'gehoert',
    title: 'Wer wurde gehört?',
    canActivate: [may('finding:change')],
    loadComponent: () => import('./findings/heard/heard-page').then((file) => file.HeardPage),
  },
  {
    path: 'offene-enden',
    title: 'Offene Enden',
    canActivate: [may('finding:read')],
    loadComponent: () => import('./findings/loose-ends/loose-ends-page').then((file) => file.LooseEndsPage),
  },
  {
    path: 'spur',
    title: 'Spur',
    canActivate: [may('finding:read')],
    loadComponent: () => import('./measures/matrix/matrix-page').then((file) => file.MatrixPage),
  },
  {
    path: 'massnahmen',
    canActivate: [may('measure:read')],
    loadChildren: () => import('./measures/measures.routes').then((file) => file.measuresRoutes),
  },
  {
    path: 'jahresbriefe',
    canActivate: [may('year-letter:read')],
    loadChildren: () => import('./measures/measures.routes').then((file) => file.yearLetterRoutes),
  },
  {
    path: 'schnittstellen',
    canActivate: [may('data-request:read')],
    loadChildren: () => import('./data-requests/data-requests.routes').then((file) => file.registerRoutes),
  },
  {
    path: 'entscheidungen',
    canActivate: [may('decision:read')],
    loadChildren: () => import('./decisions/decisions.routes').then((file) => file.decisionsRoutes),
  },
  {
    path: 'vorlagen',
    canActivate: [may('paper:read')],
    loadChildren: () => import('./papers/papers.routes').then((file) => file.papersRoutes),
  },
  {
    path: 'beschlusskontrolle',
    canActivate: [may('paper:read')],
    loadChildren: () => import('./papers/papers.routes').then((file) => file.controlRoutes),
  },
  { path: '', pathMatch: 'full', redirectTo: 'handlungsfelder' },
  // Cycles have pages of several names.
  { path: '', loadChildren: () => import('./cycles/cycles.routes').then((file) => file.pages) },
];
