import type { Contribution } from '../contribution';

export const attachmentsContribution: Contribution = {
  tabs: {
    network: [
      {
        path: 'unterlagen',
        label: 'Unterlagen',
        loadComponent: () => import('./contributed-tabs').then((file) => file.NetworkAttachments),
      },
    ],
    format: [
      {
        path: 'unterlagen',
        label: 'Unterlagen',
        loadComponent: () => import('./contributed-tabs').then((file) => file.FormatAttachments),
      },
    ],
  },
};
