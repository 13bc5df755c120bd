import type { Contribution } from '../contribution';

export const findingsContribution: Contribution = {
  blocks: {
    'feedback-item': [
      {
        permission: 'finding:read',
        loadComponent: () => import('./contributed/feedback-findings').then((file) => file.FeedbackFindings),
      },
    ],
    'field-of-action': [
      {
        permission: 'finding:read',
        loadComponent: () => import('./contributed/field-needs').then((file) => file.FieldNeeds),
      },
    ],
    'meeting-follow-up': [
      {
        permission: 'finding:read',
        loadComponent: () => import('./prioritisation/meeting-points').then((file) => file.MeetingPoints),
      },
    ],
  },
};
