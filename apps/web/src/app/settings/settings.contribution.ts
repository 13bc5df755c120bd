import type { Contribution } from '../contribution';

export const settingsContribution: Contribution = {
  blocks: {
    today: [
      {
        permission: 'settings:change',
        loadComponent: () => import('./operations-card').then((file) => file.OperationsCard),
      },
    ],
  },
};
