import type { Routes } from '@angular/router';
import { may } from '../session/guards';

/** What was typed on the composing page is not lost without asking. */
const asksBeforeLeaving = (page: { mayLeave(): boolean | Promise<boolean> }) => page.mayLeave();

export const meetingRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Termine',
    loadComponent: () => import('./meeting-list/meeting-list-page').then((file) => file.MeetingListPage),
  },
  {
    path: 'neu',
    title: 'Neuer Termin',
    canActivate: [may('meeting:plan')],
    canDeactivate: [asksBeforeLeaving],
    loadComponent: () => import('./compose/compose-page').then((file) => file.ComposePage),
  },
  {
    path: 'jahr',
    title: 'Jahreskalender',
    loadComponent: () => import('./year/year-page').then((file) => file.YearPage),
  },
  {
    path: 'abonnieren',
    title: 'Kalender abonnieren',
    loadComponent: () => import('./feeds/feeds-page').then((file) => file.FeedsPage),
  },
  {
    path: 'orte',
    title: 'Orte',
    canActivate: [may('place:change')],
    loadComponent: () => import('../territory/places-page').then((file) => file.PlacesPage),
  },
  {
    path: ':id/planen',
    title: 'Termin planen',
    canActivate: [may('meeting:plan')],
    canDeactivate: [asksBeforeLeaving],
    loadComponent: () => import('./compose/compose-page').then((file) => file.ComposePage),
  },
  {
    path: ':id/sitzungsmappe',
    title: 'Sitzungsmappe',
    loadComponent: () => import('./meeting-pack-page').then((file) => file.MeetingPackPage),
  },
  {
    path: ':id',
    title: 'Termin',
    loadComponent: () => import('./meeting-page/meeting-page').then((file) => file.MeetingPage),
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () =>
          import('./meeting-page/invitees/meeting-invitees').then((file) => file.MeetingInvitees),
      },
      {
        path: 'tagesordnung',
        loadComponent: () =>
          import('./meeting-page/agenda/meeting-agenda').then((file) => file.MeetingAgenda),
      },
      {
        path: 'umfrage',
        canDeactivate: [asksBeforeLeaving],
        loadComponent: () => import('./polls/meeting-poll').then((file) => file.MeetingPoll),
      },
      {
        path: 'unterlagen',
        loadComponent: () =>
          import('./meeting-page/meeting-attachments').then((file) => file.MeetingAttachments),
      },
      {
        path: 'nachlauf',
        loadComponent: () => import('./follow-up/meeting-follow-up').then((file) => file.MeetingFollowUp),
      },
    ],
  },
];
