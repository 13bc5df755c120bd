import type { Contribution } from '../contribution';

export const feedbackContribution: Contribution = {
  blocks: {
    'network-outcome': [
      {
        permission: 'feedback:read',
        loadComponent: () => import('./contributed/network-feedback').then((file) => file.NetworkFeedback),
      },
    ],
    'field-of-action': [
      {
        permission: 'lists:change',
        loadComponent: () =>
          import('./assignments/field-responsibility').then((file) => file.FieldResponsibility),
      },
    ],
    'meeting-follow-up': [
      {
        permission: 'feedback:read',
        loadComponent: () => import('./contributed/meeting-feedback').then((file) => file.MeetingFeedback),
      },
    ],
  },
  minutesLine: () => import('./session-line/hinweis-lines').then((file) => file.hinweisLines),
};
