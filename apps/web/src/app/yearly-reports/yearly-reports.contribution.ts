import type { Contribution } from '../contribution';

export const yearlyReportsContribution: Contribution = {
  blocks: {
    'network-outcome': [
      {
        permission: 'network-report:read',
        loadComponent: () => import('./yearly-report-card').then((file) => file.YearlyReportCard),
      },
    ],
  },
};
