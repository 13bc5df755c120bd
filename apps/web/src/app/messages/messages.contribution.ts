import type { Contribution } from '../contribution';

export const messagesContribution: Contribution = {
  tabs: {
    network: [
      {
        permission: 'message:write',
        path: 'nachrichten',
        label: 'Nachrichten',
        loadComponent: () => import('./contributed/network-messages').then((file) => file.NetworkMessages),
      },
    ],
  },
};
