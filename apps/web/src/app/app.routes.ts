import { inject } from '@angular/core';
import { RedirectCommand, Router, type Routes } from '@angular/router';
import { may, signedIn } from './session/guards';
import { Session } from './session/session';
import { Shell } from './shell/shell';
import { firstPage } from './shell/first-page';

const toFirstPage = () => new RedirectCommand(inject(Router).parseUrl(firstPage()));

/** Every address of the web application; areas are loaded when first opened. */
export const routes: Routes = [
  {
    path: 'anmelden',
    title: 'Anmelden',
    loadComponent: () => import('./pages/sign-in-page').then((file) => file.SignInPage),
  },
  // The running meeting needs the whole screen, and a wall shows nothing but the question: outside of the frame.
  {
    path: 'termine/:id/sitzung',
    title: 'Sitzung',
    canActivate: [signedIn, may('meeting:plan')],
    loadChildren: () =>
      import('./meetings/running-meeting/session.routes').then((file) => file.sessionRoutes),
  },
  {
    path: 'planung/punktabfragen/:id/beamer',
    title: 'Punktabfrage',
    canActivate: [signedIn, may('finding:read')],
    loadComponent: () => import('./findings/prioritisation/beamer-page').then((file) => file.BeamerPage),
  },
  {
    path: '',
    component: Shell,
    canActivate: [signedIn],
    children: [
      { path: '', pathMatch: 'full', canActivate: [toFirstPage], children: [] },
      // "/" is the public start; who is signed in is sent here from there.
      { path: 'arbeitsplatz', canActivate: [toFirstPage], children: [] },
      {
        path: 'heute',
        canActivate: [may('task:read')],
        loadChildren: () => import('./today/today.routes').then((file) => file.todayRoutes),
      },
      {
        path: 'termine/:id/ergebnisbrief',
        title: 'Ergebnisbriefe',
        data: { about: 'meeting' },
        canActivate: [may('feedback:triage')],
        loadComponent: () =>
          import('./feedback/return-messages/return-message-list-page').then(
            (file) => file.ReturnMessageListPage,
          ),
      },
      {
        path: 'termine',
        canActivate: [may('meeting:read')],
        loadChildren: () => import('./meetings/meetings.routes').then((file) => file.meetingRoutes),
      },
      {
        path: 'unterlagen',
        loadChildren: () => import('./attachments/attachments.routes').then((file) => file.attachmentRoutes),
      },
      {
        path: 'netzwerke/struktur',
        title: 'Partizipationsstruktur',
        canActivate: [may('structure:read')],
        loadComponent: () => import('./structure/bodies/structure-page').then((file) => file.StructurePage),
      },
      {
        path: 'netzwerke/verstetigung/sozialplanung',
        title: 'Verstetigung der Sozialplanung',
        canActivate: [may('consolidation:read')],
        loadComponent: () =>
          import('./structure/consolidation/planning-consolidation-page').then(
            (file) => file.PlanningConsolidationPage,
          ),
      },
      {
        path: 'netzwerke/verstetigung',
        title: 'Verstetigung',
        canActivate: [may('consolidation:read')],
        loadComponent: () =>
          import('./structure/consolidation/consolidation-list-page').then(
            (file) => file.ConsolidationListPage,
          ),
      },
      {
        path: 'nachrichten',
        canActivate: [may('message:write')],
        loadChildren: () => import('./messages/messages.routes').then((file) => file.messageRoutes),
      },
      {
        path: 'netzwerke/:id/jahresbericht',
        title: 'Jahresbericht',
        canActivate: [may('network-report:read')],
        loadComponent: () =>
          import('./yearly-reports/yearly-report-page').then((file) => file.YearlyReportPage),
      },
      {
        path: 'netzwerke',
        canActivate: [may('network:read')],
        loadChildren: () => import('./networks/networks.routes').then((file) => file.networkRoutes),
      },
      {
        path: 'akteure/organisationen',
        canActivate: [may('organisation:read')],
        loadChildren: () => import('./actors/organisations.routes').then((file) => file.organisationRoutes),
      },
      {
        path: 'akteure/personen',
        canActivate: [may('person:read')],
        loadChildren: () => import('./actors/people.routes').then((file) => file.peopleRoutes),
      },
      {
        path: 'akteure/angebote',
        canActivate: [may('service:read')],
        loadChildren: () =>
          import('./social-services/social-services.routes').then((file) => file.serviceRoutes),
      },
      {
        path: 'akteure/anmeldungen',
        title: 'Anmeldungen',
        canActivate: [may('registration:verify')],
        loadComponent: () =>
          import('./accounts/registration-list-page').then((file) => file.RegistrationListPage),
      },
      {
        path: 'unsere-angebote',
        canActivate: [may('service:enter')],
        loadChildren: () =>
          import('./social-services/social-services.routes').then((file) => file.ownServiceRoutes),
      },
      {
        path: 'akteure/import',
        canActivate: [may('import:run')],
        loadChildren: () => import('./imports/imports.routes').then((file) => file.importRoutes),
      },
      { path: 'akteure', pathMatch: 'full', redirectTo: 'akteure/organisationen' },
      {
        path: 'beteiligung/formate/neu',
        title: 'Neues Format',
        canActivate: [may('format:change')],
        loadComponent: () =>
          import('./formats/new-format/new-format-page').then((file) => file.NewFormatPage),
      },
      {
        path: 'beteiligung/formate/:id/ergebnisbrief',
        title: 'Ergebnisbriefe',
        data: { about: 'format' },
        canActivate: [may('feedback:triage')],
        loadComponent: () =>
          import('./feedback/return-messages/return-message-list-page').then(
            (file) => file.ReturnMessageListPage,
          ),
      },
      {
        path: 'beteiligung/formate',
        canActivate: [may('format:read')],
        loadChildren: () => import('./formats/formats.routes').then((file) => file.formatRoutes),
      },
      {
        path: 'beteiligung/ergebnisbriefe',
        canActivate: [may('return-message:read')],
        loadChildren: () => import('./feedback/feedback.routes').then((file) => file.returnMessageRoutes),
      },
      {
        path: 'uebersicht',
        title: 'Übersicht',
        canMatch: [() => inject(Session).may('overview:read') && !inject(Session).may('feedback:voice')],
        loadComponent: () => import('./reading/reading-page').then((file) => file.ReadingPage),
      },
      {
        path: 'uebersicht',
        title: 'Übersicht',
        canActivate: [may('feedback:voice')],
        loadComponent: () => import('./provider/overview-page').then((file) => file.OverviewPage),
      },
      {
        path: 'einladungen',
        title: 'Einladungen',
        canActivate: [may('meeting:read')],
        loadComponent: () =>
          import('./meetings/own-invitations/own-invitations-page').then((file) => file.OwnInvitationsPage),
      },
      {
        path: 'unsere-organisation',
        title: 'Unsere Organisation',
        canActivate: [may('organisation:change-own')],
        loadComponent: () =>
          import('./actors/own-organisation/own-organisation-page').then((file) => file.OwnOrganisationPage),
      },
      {
        path: 'hinweise/geben',
        title: 'Hinweis geben',
        canActivate: [may('feedback:voice')],
        loadComponent: () => import('./feedback/voice/voice-page').then((file) => file.VoicePage),
      },
      {
        path: 'hinweise/argumente',
        canActivate: [may('argument:read')],
        loadChildren: () => import('./feedback/feedback.routes').then((file) => file.argumentRoutes),
      },
      {
        path: 'hinweise/briefe',
        canActivate: [may('feedback:triage')],
        loadChildren: () => import('./feedback/feedback.routes').then((file) => file.letterRoutes),
      },
      {
        path: 'hinweise/gruppen',
        canActivate: [may('feedback:decide')],
        loadChildren: () => import('./feedback/feedback.routes').then((file) => file.groupRoutes),
      },
      {
        path: 'hinweise',
        canActivate: [may('feedback:read')],
        loadChildren: () => import('./feedback/feedback.routes').then((file) => file.feedbackRoutes),
      },
      { path: 'beteiligung', pathMatch: 'full', redirectTo: 'beteiligung/formate' },
      {
        path: 'postausgang',
        canActivate: [may('mailbox:read')],
        loadChildren: () => import('./outbox/outbox.routes').then((file) => file.outboxRoutes),
      },
      {
        path: 'posteingang',
        loadChildren: () => import('./inbox/inbox.routes').then((file) => file.inboxRoutes),
      },
      {
        path: 'daten/importe',
        canActivate: [may('indicator:change')],
        loadChildren: () =>
          import('./indicators/imports/figure-imports.routes').then((file) => file.figureImportsRoutes),
      },
      {
        path: 'daten/lieferungen',
        canActivate: [may('data-request:read')],
        loadChildren: () => import('./data-requests/data-requests.routes').then((file) => file.requestRoutes),
      },
      {
        path: 'daten/indikatoren',
        canActivate: [may('indicator:read')],
        loadChildren: () => import('./indicators/indicators.routes').then((file) => file.indicatorsRoutes),
      },
      {
        path: 'daten/quellen',
        canActivate: [may('indicator:read')],
        loadChildren: () => import('./indicators/indicators.routes').then((file) => file.dataSourcesRoutes),
      },
      {
        path: 'daten/datenkonzept',
        canActivate: [may('indicator:read')],
        loadChildren: () => import('./indicators/indicators.routes').then((file) => file.dataConceptRoutes),
      },
      { path: 'daten', pathMatch: 'full', redirectTo: 'daten/indikatoren' },
      {
        path: 'planung',
        loadChildren: () => import('./planning.routes').then((file) => file.planningRoutes),
      },
      {
        path: 'einstellungen/gemeinden',
        title: 'Gemeinden und Planungsräume',
        canActivate: [may('lists:change')],
        loadComponent: () => import('./territory/territory-page').then((file) => file.TerritoryPage),
      },
      {
        path: 'einstellungen/konten',
        title: 'Konten',
        canActivate: [may('lists:change'), may('account:manage')],
        loadComponent: () => import('./accounts/account-list-page').then((file) => file.AccountListPage),
      },
      {
        path: 'einstellungen/angebote',
        title: 'Kategorien und Zielgruppen',
        canActivate: [may('lists:change')],
        loadComponent: () =>
          import('./social-services/lists/service-lists-page').then((file) => file.ServiceListsPage),
      },
      {
        path: 'einstellungen/suche',
        title: 'Suche und Notrufnummern',
        canActivate: [may('lists:change')],
        loadComponent: () =>
          import('./social-services/lists/search-lists-page').then((file) => file.SearchListsPage),
      },
      {
        path: 'einstellungen/verstetigung',
        title: 'Kriterien der Verstetigung',
        canActivate: [may('lists:change')],
        loadComponent: () =>
          import('./structure/consolidation/criteria-page').then((file) => file.CriteriaPage),
      },
      {
        path: 'einstellungen/mitreden',
        title: 'Mitreden',
        canActivate: [may('lists:change'), may('settings:change')],
        loadComponent: () =>
          import('./feedback/public-form/public-form-page').then((file) => file.PublicFormPage),
      },
      {
        path: 'einstellungen/posteingang',
        title: 'Posteingang',
        canActivate: [may('settings:change')],
        loadComponent: () => import('./inbox/inbox-settings-page').then((file) => file.InboxSettingsPage),
      },
      {
        path: 'einstellungen',
        canActivate: [may('lists:change')],
        loadChildren: () => import('./settings/settings.routes').then((file) => file.settingsRoutes),
      },
      {
        path: 'konto',
        title: 'Mein Konto',
        canActivate: [may('account:own')],
        loadComponent: () => import('./accounts/own-account-page').then((file) => file.OwnAccountPage),
      },
      {
        path: 'kein-zugang',
        title: 'Kein Zugang',
        loadComponent: () => import('./pages/forbidden-page').then((file) => file.ForbiddenPage),
      },
      {
        path: '**',
        title: 'Seite nicht gefunden',
        loadComponent: () => import('./pages/unknown-page').then((file) => file.UnknownPage),
      },
    ],
  },
];
