import type { Contribution } from '../contribution';

export const socialServicesContribution: Contribution = {
  tabs: {
    organisation: [
      {
        path: 'angebote',
        label: 'Angebote',
        loadComponent: () =>
          import('./contributed/organisation-services').then((file) => file.OrganisationServices),
      },
    ],
  },
};
