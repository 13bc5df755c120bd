import sql, { type Sql } from 'sql-template-tag';
import { berlinDayBounds } from '@runder-tisch/domain/time';
import { personNameOf } from '../../database/person-name';

/**
 * Hinweise (alias `it`) an organisation gave in its own name in a year of Berlin. What one of its people said as their
 * own view or without a name is no part of it: the organisation must not even see that there is one.
 */
export function saidAsOrganisation(year: number): Sql {
  const { from } = berlinDayBounds(`${year}-01-01`);
  const { until } = berlinDayBounds(`${year}-12-31`);
  return sql`(it.organisation_id is not null and coalesce(it.voice, 'ORGANISATION') = 'ORGANISATION' and it.state <> 'SESSION'
    and it.received_at >= ${from} and it.received_at < ${until})`;
}

/**
 * Ids of confirmed Befunde that rest on a Hinweis (alias `it`): on its words, on an argument it carries, or on the one
 * in the same words whose way it goes.
 */
export const findingIdsOfHint = sql`
  select finding.id from finding where finding.state = 'CONFIRMED' and finding.id in (
    select voice.finding_id from finding_voice voice where voice.feedback_id in (it.id, it.counted_with_id))`;

/** Ids of recommendations that a body was asked about, of Befunde with the ids of this subquery. */
export const recommendationIdsOf = (findingIds: Sql): Sql => sql`
  select recommendation.id from priority_finding
    join action_priority priority on priority.id = priority_finding.priority_id and priority.state <> 'DROPPED'
    join recommendation_priority on recommendation_priority.priority_id = priority.id
    join recommendation on recommendation.id = recommendation_priority.recommendation_id
      and recommendation.state in ('SUBMITTED', 'ACCEPTED', 'CHANGED', 'REJECTED')
  where priority_finding.finding_id in (${findingIds})`;

/**
 * Who gets the mail to an organisation (alias `organisation`), as a JSON array: its mailbox; without one those with an
 * account who speak for it today.
 */
export function letterAddresses(today: string): Sql {
  const person = sql`json_build_object('salutation', person.salutation, 'title', person.title, 'givenName', person.given_name, 'familyName', person.family_name)`;
  return sql`case when organisation.function_mailbox <> ''
    then json_build_array(json_build_object('personId', null, 'name', organisation.name, 'mail', organisation.function_mailbox, 'person', null))
    else coalesce((
      select json_agg(json_build_object('personId', speaking.id, 'name', speaking.name, 'mail', speaking.mail, 'person', speaking.parts) order by speaking.name, speaking.id)
      from (
        select distinct on (person.id) person.id, ${personNameOf('person')} as name, account.mail, ${person} as parts
        from representation join person on person.id = representation.person_id join account on account.person_id = person.id
        where representation.organisation_id = organisation.id and account.disabled_at is null and 'provider' = any(account.roles)
          and representation.from_day <= ${today}::date and (representation.to_day is null or representation.to_day >= ${today}::date)
        order by person.id) speaking), '[]') end`;
}

/** The last letter about a year to an organisation (alias `organisation`) as JSON, or null. */
export function lastLetter(year: number): Sql {
  return sql`(select json_build_object('id', letter.id, 'sentAt', to_json(letter.sent_at), 'sentBy', letter.sent_by)
    from year_letter letter where letter.organisation_id = organisation.id and letter.year = ${year}
    order by letter.sent_at desc, letter.id desc limit 1)`;
}
