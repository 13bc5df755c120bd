import type { Contribution } from '../contribution';

export const findingsContribution: Contribution = {
  blocks: {
    'meeting-follow-up': [
      {
        permission: 'finding:read',
        loadComponent: () => import('./prioritisation/meeting-points').then((file) => file.MeetingPoints),
      },
    ],
  },
};
