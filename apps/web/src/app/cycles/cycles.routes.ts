import type { Routes } from '@angular/router';
import { may } from '../session/guards';

/** Below Planung: an address that stands in none of these is that of another area. */
export const pages: Routes = [
  {
    path: '',
    canActivate: [may('cycle:read')],
    children: [
      {
        path: 'zyklus',
        title: 'Zyklus',
        loadComponent: () => import('./cycles/cycle-page').then((file) => file.CyclePage),
      },
      {
        path: 'zyklus/:id',
        title: 'Zyklus',
        loadComponent: () => import('./cycles/cycle-page').then((file) => file.CyclePage),
      },
      {
        path: 'zyklus/:id/:zaehler',
        title: 'Zähler des Zyklus',
        loadComponent: () => import('./cycles/counter-page').then((file) => file.CounterPage),
      },
      {
        path: 'akteursanalyse/:id',
        title: 'Akteursanalyse',
        canActivate: [may('actor-analysis:read')],
        loadComponent: () => import('./actors/actor-analysis-page').then((file) => file.ActorAnalysisPage),
      },
      {
        path: 'diskurs/:id',
        title: 'Diskursrunde',
        loadComponent: () => import('./discourse/discourse-page').then((file) => file.DiscoursePage),
      },
      {
        path: 'diskurs/:id/:liste',
        title: 'Liste der Diskursrunde',
        loadComponent: () => import('./discourse/discourse-list-page').then((file) => file.DiscourseListPage),
      },
      {
        path: 'schritte/:id',
        title: 'Schritt',
        loadComponent: () => import('./steps/step-page').then((file) => file.StepPage),
      },
      {
        path: 'meine-schritte',
        title: 'Meine Schritte',
        loadComponent: () => import('./steps/my-steps-page').then((file) => file.MyStepsPage),
      },
      {
        path: 'bauplan',
        title: 'Bauplan',
        loadComponent: () => import('./templates/template-list-page').then((file) => file.TemplateListPage),
      },
      {
        path: 'bauplan/:id',
        title: 'Bauplan',
        loadComponent: () => import('./templates/template-page').then((file) => file.TemplatePage),
      },
      {
        path: 'methodenblaetter/:id',
        title: 'Methodenblatt',
        loadComponent: () => import('./templates/method-note-page').then((file) => file.MethodNotePage),
      },
    ],
  },
];
