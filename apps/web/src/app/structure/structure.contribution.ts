import type { Contribution } from '../contribution';

export const structureContribution: Contribution = {
  tabs: {
    network: [
      {
        path: 'verstetigung',
        label: 'Verstetigung',
        permission: 'consolidation:read',
        loadComponent: () =>
          import('./consolidation/network-consolidation').then((file) => file.NetworkConsolidation),
      },
    ],
    format: [
      {
        path: 'verstetigung',
        label: 'Verstetigung',
        permission: 'consolidation:read',
        loadComponent: () =>
          import('./consolidation/format-consolidation').then((file) => file.FormatConsolidation),
      },
    ],
  },
};
