import sql, { raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { PrioritisationMode } from '@runder-tisch/domain/findings/prioritisation';
import { prioritisationLimits, usualPlaces } from '@runder-tisch/domain/findings/prioritisation';
import { personNameOf } from '../../database/person-name';
import { oneIn, rowsIn } from '../../database/rows';
import { currentSeats } from '../../networks/membership-sql';

export interface PersonAsked {
  personId: string | null;
  organisationId: string | null;
  person: { salutation: string; title: string; givenName: string; familyName: string } | null;
  name: string;
  mail: string;
}

/** For whom a Punktabfrage is, as SQL over its columns. */
export interface AskedFor {
  meetingId: Sql;
  networkId: Sql;
}

export const ofRow: AskedFor = { meetingId: raw('it.meeting_id'), networkId: raw('it.network_id') };

/**
 * Everybody who gets a personal link, each person and each address once: those on the list of the meeting, without
 * a meeting the members of the network.
 */
export function peopleAsked({ meetingId, networkId }: AskedFor, today: string): Sql {
  return sql`(select distinct on (coalesce(person_id::text, lower(mail))) * from (
    select distinct on (lower(mail)) * from (
      select invitation.person_id, invitation.organisation_id, invitation.name, invitation.mail
      from invitation where invitation.meeting_id = ${meetingId} and invitation.uninvited_at is null
      union all
      select person.id, case when person.id is null then organisation.id end,
             case when person.id is null then organisation.name else ${personNameOf('person')} end,
             coalesce(nullif(person.mail, ''), organisation.function_mailbox, '')
      from membership left join organisation on organisation.id = membership.organisation_id
        left join person on person.id = coalesce(membership.person_id, membership.deputy_person_id)
      where ${meetingId} is null and membership.network_id = ${networkId} and ${currentSeats(today)}) listed
    where mail <> '' order by lower(mail), person_id nulls last) addressed
    order by coalesce(person_id::text, lower(mail)), lower(mail))`;
}

export function readPeopleAsked(
  tx: EntityManager,
  of: { meetingId: string | null; networkId: string | null },
  today: string,
): Promise<PersonAsked[]> {
  const askedFor = { meetingId: sql`${of.meetingId}::uuid`, networkId: sql`${of.networkId}::uuid` };
  return rowsIn<PersonAsked>(
    tx,
    sql`select asked.person_id as "personId", asked.organisation_id as "organisationId", asked.name, asked.mail,
               case when person.id is null then null else json_build_object('salutation', person.salutation, 'title', person.title,
                 'givenName', person.given_name, 'familyName', person.family_name) end as person
        from ${peopleAsked(askedFor, today)} asked left join person on person.id = asked.person_id
        order by asked.name collate "de-x-icu", asked.mail`,
  );
}

/** How many ballots there are where nobody says it: one for each who is present, before the meeting for each invited. */
export async function usualPlacesOf(
  tx: EntityManager,
  of: { mode: PrioritisationMode; meetingId: string | null; networkId: string | null },
  today: string,
): Promise<number> {
  const askedFor = { meetingId: sql`${of.meetingId}::uuid`, networkId: sql`${of.networkId}::uuid` };
  const found = await oneIn<{ present: number; invited: number }>(
    tx,
    sql`select (select count(*)::int from attendance where meeting_id = ${of.meetingId}::uuid and present) as present,
               (select count(*)::int from ${peopleAsked(askedFor, today)} asked) as invited`,
  );
  const present = of.mode === 'ROOM' ? found?.present : 0;
  return Math.min(present || found?.invited || usualPlaces, prioritisationLimits.places);
}
