import type { Contribution } from '../contribution';

export const inboxContribution: Contribution = {
  blocks: {
    'meeting-invitees': [
      {
        permission: 'inbox:work',
        loadComponent: () => import('./meeting-inbox').then((file) => file.MeetingInbox),
      },
    ],
    'mails-about': [
      {
        permission: 'inbox:work',
        loadComponent: () => import('./mails-about').then((file) => file.MailsAbout),
      },
    ],
  },
};
