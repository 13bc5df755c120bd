import type { Contribution } from '../contribution';

export const papersContribution: Contribution = {
  tabs: {
    committee: [
      {
        path: 'vorlagen',
        label: 'Vorlagen & Beschlüsse',
        loadComponent: () => import('./contributed/committee-papers').then((file) => file.CommitteePapers),
      },
      {
        path: 'kontrolle',
        label: 'Beschlusskontrolle',
        loadComponent: () => import('./control/committee-control').then((file) => file.CommitteeControl),
      },
    ],
  },
  blocks: {
    'meeting-agenda': [
      {
        permission: 'paper:read',
        loadComponent: () => import('./contributed/agenda-matters').then((file) => file.AgendaMatters),
      },
    ],
  },
};
