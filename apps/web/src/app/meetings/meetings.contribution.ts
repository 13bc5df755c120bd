import type { Contribution } from '../contribution';

export const meetingsContribution: Contribution = {
  tabs: {
    network: [
      {
        path: 'termine',
        label: 'Termine & Protokolle',
        loadComponent: () => import('./contributed/network-meetings').then((file) => file.NetworkMeetings),
      },
    ],
    committee: [
      {
        path: '',
        label: 'Sitzungen',
        loadComponent: () =>
          import('./contributed/committee-sessions').then((file) => file.CommitteeSessions),
      },
    ],
    format: [
      {
        path: 'termine',
        label: 'Termine',
        loadComponent: () => import('./contributed/format-meetings').then((file) => file.FormatMeetings),
      },
    ],
  },
  blocks: {
    'network-facts': [
      {
        label: 'Nächstes Treffen',
        loadComponent: () => import('./contributed/next-meeting').then((file) => file.NextMeeting),
      },
    ],
    'network-outcome': [
      {
        loadComponent: () =>
          import('./contributed/network-agreements').then((file) => file.NetworkAgreements),
      },
    ],
  },
  deviceKeeper: () => import('./running-meeting/record/minutes-keeper').then((file) => file.minutesKeeper),
};
