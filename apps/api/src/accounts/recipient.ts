import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { Role } from '@runder-tisch/domain/accounts';
import { oneIn } from '../database/rows';

/** Whom a mail about an account is written to, and how they are greeted. */
export interface Recipient {
  id: string;
  personId: string | null;
  mail: string;
  displayName: string;
  roles: Role[];
  salutation: '' | 'Frau' | 'Herr';
  title: string;
  givenName: string;
  familyName: string;
}

/** The first account that `which` leaves, a clause over `account`. */
export function recipientIn(tx: EntityManager, which: Sql): Promise<Recipient | undefined> {
  return oneIn<Recipient>(
    tx,
    sql`select account.id, account.person_id as "personId", account.mail, account.display_name as "displayName", account.roles,
               coalesce(person.salutation, '') as salutation, coalesce(person.title, '') as title,
               coalesce(person.given_name, '') as "givenName", coalesce(person.family_name, account.display_name) as "familyName"
        from account left join person on person.id = account.person_id ${which}`,
  );
}
