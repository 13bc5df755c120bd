import type { Routes } from '@angular/router';

export const templateRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Bauplan',
    loadComponent: () => import('./templates/template-list-page').then((file) => file.TemplateListPage),
  },
  {
    path: ':id',
    title: 'Bauplan',
    loadComponent: () => import('./templates/template-page').then((file) => file.TemplatePage),
  },
];

export const methodNoteRoutes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: '/planung/bauplan' },
  {
    path: ':id',
    title: 'Methodenblatt',
    loadComponent: () => import('./templates/method-note-page').then((file) => file.MethodNotePage),
  },
];

export const cycleRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Zyklus',
    loadComponent: () => import('./cycles/cycle-page').then((file) => file.CyclePage),
  },
  {
    path: ':id',
    title: 'Zyklus',
    loadComponent: () => import('./cycles/cycle-page').then((file) => file.CyclePage),
  },
  {
    path: ':id/:zaehler',
    title: 'Zähler des Zyklus',
    loadComponent: () => import('./cycles/counter-page').then((file) => file.CounterPage),
  },
];

export const stepRoutes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: '/planung/meine-schritte' },
  {
    path: ':id',
    title: 'Schritt',
    loadComponent: () => import('./steps/step-page').then((file) => file.StepPage),
  },
];

export const myStepsRoutes: Routes = [
  {
    path: '',
    title: 'Meine Schritte',
    loadComponent: () => import('./steps/my-steps-page').then((file) => file.MyStepsPage),
  },
];
