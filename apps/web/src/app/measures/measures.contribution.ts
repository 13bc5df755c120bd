import type { Contribution } from '../contribution';

export const measuresContribution: Contribution = {
  blocks: {
    'recommendation-outcome': [
      {
        permission: 'measure:read',
        loadComponent: () =>
          import('./contributed/recommendation-measures').then((file) => file.RecommendationMeasures),
      },
    ],
  },
};
