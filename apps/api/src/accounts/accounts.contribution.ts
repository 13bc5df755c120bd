import sql, { type Sql } from 'sql-template-tag';
import { accountsToday, mayWith } from '@runder-tisch/domain/accounts';
import type { Viewer } from '../access/viewer';
import { type Contribution, NO_OBJECT } from '../contribution';

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
    {
      table: 'registration',
      audit: 'values',
      personal: {
        columns: ['given_name', 'family_name', 'function', 'mail', 'phone', 'message', 'decided_by'],
        purpose: 'Anmeldung für eine Organisation',
        retention: 'unbestätigt eine Woche, nach der Entscheidung ein halbes Jahr',
      },
      references: { person: ['person_id'], organisation: ['organisation_id'] },
      merge: { label: 'Anmeldungen' },
    },
  ],
  today: { statement: dueRegistrations, kinds: accountsToday },
};

/** One line for all that wait. */
function dueRegistrations(viewer: Viewer): Sql {
  return sql`
    select 'registrations' as kind, ${NO_OBJECT}::uuid as id, null::date as due, json_build_object('count', waiting.count) as facts
    from (select count(*) as count from registration where state = 'PENDING') waiting
    where waiting.count > 0 and ${mayWith(viewer.roles, 'registration:verify')}`;
}
