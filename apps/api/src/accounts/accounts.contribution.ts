import type { Contribution } from '../contribution';

/** The table `account` itself is declared by the technical rooms, which read it for each session. */
export const accountsContribution: Contribution = {
  area: 'accounts',
  tables: [
    {
      table: 'account_password',
      audit: 'names',
      personal: {
        columns: ['hash'],
        purpose: 'Anmeldung mit Passwort',
        retention: 'bis es ersetzt oder das Konto gelöscht wird',
      },
    },
  ],
};
