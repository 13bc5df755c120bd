import sql, { type Sql } from 'sql-template-tag';
import { mayWith } from '@runder-tisch/domain/accounts';
import { todayPriority } from '@runder-tisch/domain/tasks';
import type { Viewer } from '../access/viewer';
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
  today: registrationsToday,
};

const NO_OBJECT = '00000000-0000-0000-0000-000000000000';

/** One line for all that wait. */
function registrationsToday(viewer: Viewer): Sql {
  return sql`
    select 'registrations' as kind, ${NO_OBJECT}::uuid as id, ${todayPriority.soon}::int as priority,
           case when waiting.count = 1 then '1 Anmeldung einer Organisation prüfen' else waiting.count || ' Anmeldungen von Organisationen prüfen' end as text,
           '/akteure/anmeldungen' as path, 'Prüfen' as action, null::date as due, null::text as post, null::text as undo
    from (select count(*) as count from registration where state = 'PENDING') waiting
    where waiting.count > 0 and ${mayWith(viewer.roles, 'registration:verify')}`;
}
