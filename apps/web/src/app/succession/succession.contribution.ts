import type { Contribution } from '../contribution';

export const successionContribution: Contribution = {
  blocks: {
    'person-actions': [
      {
        permission: 'person:change',
        loadComponent: () => import('./succession-button').then((file) => file.SuccessionButton),
      },
    ],
  },
};
