import type { Contribution } from '../contribution';

export const networksContribution: Contribution = {
  tabs: {
    organisation: [
      {
        path: 'sitzt-in',
        label: 'Sitzt in',
        loadComponent: () =>
          import('./contributed/organisation-seats').then((file) => file.OrganisationSeats),
      },
    ],
    person: [
      {
        path: 'sitzt-in',
        label: 'Sitzt in',
        loadComponent: () => import('./contributed/person-seats').then((file) => file.PersonSeats),
      },
    ],
  },
  blocks: {
    'own-account': [
      {
        permission: 'absence:enter',
        loadComponent: () => import('./absences/absence-card').then((file) => file.AbsenceCard),
      },
    ],
    today: [
      {
        permission: 'network:read',
        loadComponent: () => import('./contributed/own-networks-card').then((file) => file.OwnNetworksCard),
      },
    ],
  },
};
