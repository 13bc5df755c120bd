import type { Contribution } from '../contribution';

export const briefingContribution: Contribution = {
  blocks: {
    'field-of-action-state': [
      {
        permission: 'recommendation:read',
        loadComponent: () => import('./field-state').then((file) => file.FieldState),
      },
    ],
  },
};
