import type { Contribution } from '../contribution';

export const messagesContribution: Contribution = {
  blocks: {
    'own-account': [
      { loadComponent: () => import('./contributed/digest-card').then((file) => file.DigestCard) },
    ],
  },
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
