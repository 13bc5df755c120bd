import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { NameParts } from '@runder-tisch/domain/text';
import { personNameOf } from '../../database/person-name';
import { rowsIn } from '../../database/rows';

/** Somebody who can say how a measure goes, with the address for the mail. */
export interface ProgressRecipient {
  measureId: string;
  personId: string | null;
  name: string;
  address: string;
  /** Null for the mailbox of a house. */
  person: NameParts | null;
}

/**
 * The person in charge; without one those with an account who speak for the leading organisation today; without them
 * its mailbox. Columns `measure_id, person_id, name, address, person`, for measures with these ids.
 */
export function progressRecipients(measureIds: readonly string[], today: string): Sql {
  const person = sql`json_build_object('salutation', person.salutation, 'title', person.title, 'givenName', person.given_name, 'familyName', person.family_name)`;
  return sql`
    with asked as (select id, lead_person_id, lead_organisation_id from measure where id = any(${measureIds}::uuid[])),
         charged as (
           select asked.id, person.id as person_id, ${personNameOf('person')} as name, person.mail as address, ${person} as person
           from asked join person on person.id = asked.lead_person_id
           where person.mail <> '' and (person.valid_until is null or person.valid_until >= ${today}::date)),
         speaking as (
           select distinct on (asked.id, person.id) asked.id, person.id as person_id, account.display_name as name, account.mail as address, ${person} as person
           from asked join representation on representation.organisation_id = asked.lead_organisation_id
             join account on account.person_id = representation.person_id join person on person.id = account.person_id
           where account.disabled_at is null and 'provider' = any(account.roles) and representation.from_day <= ${today}::date
             and (representation.to_day is null or representation.to_day >= ${today}::date)
             and not exists (select 1 from charged where charged.id = asked.id)
           order by asked.id, person.id),
         house as (
           select asked.id, null::uuid as person_id, organisation.name, organisation.function_mailbox as address, null::json as person
           from asked join organisation on organisation.id = asked.lead_organisation_id
           where organisation.function_mailbox <> '' and not exists (select 1 from charged where charged.id = asked.id)
             and not exists (select 1 from speaking where speaking.id = asked.id))
    select id as measure_id, person_id, name, address, person from charged
    union all select * from speaking union all select * from house`;
}

export function recipientsOf(
  tx: EntityManager,
  measureIds: readonly string[],
  today: string,
): Promise<ProgressRecipient[]> {
  return rowsIn(
    tx,
    sql`select found.measure_id as "measureId", found.person_id as "personId", found.name, found.address, found.person
        from (${progressRecipients(measureIds, today)}) found order by lower(found.address), found.measure_id`,
  );
}
