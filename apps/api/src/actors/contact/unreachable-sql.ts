import sql, { type Sql } from 'sql-template-tag';
import { personNameOf } from '../../database/person-name';

/** How far back a refusal says anything about an address. */
const MONTHS = 24;

/**
 * Addresses of people and organisations whose last mail was refused, since nobody looked after them: rows
 * `mail, reason, "refusedAt", times, person, organisation, phone`. A mail that arrived later takes an address off.
 */
export function unreachableAddresses(now: Date): Sql {
  return sql`
    select refused.mail, refused.reason, refused.at as "refusedAt", refused.times,
      case when person.id is not null then json_build_object('id', person.id, 'name', ${personNameOf('person')}) end as person,
      case when organisation.id is not null then json_build_object('id', organisation.id, 'name', organisation.name) end as organisation,
      coalesce(nullif(person.phone, ''), nullif(organisation.phone, ''), house.phone, '') as phone
    from (select lower(it.to_address) as mail, max(it.settled_at) as at, count(*)::int as times,
        (array_agg(it.last_error order by it.settled_at desc))[1] as reason
      from outbox_message it where it.state = 'REFUSED' and it.settled_at > ${now}::timestamptz - make_interval(months => ${MONTHS}::int)
        and not exists (select 1 from outbox_message arrived where lower(arrived.to_address) = lower(it.to_address)
          and arrived.state = 'SENT' and arrived.settled_at > it.settled_at)
        and not exists (select 1 from checked_address checked where checked.mail = lower(it.to_address) and checked.checked_at >= it.settled_at)
      group by lower(it.to_address)) refused
    left join person on lower(person.mail) = refused.mail
    left join organisation on person.id is null and lower(organisation.function_mailbox) = refused.mail
    left join lateral (select of.phone from representation join organisation of on of.id = representation.organisation_id
      where representation.person_id = person.id and representation.to_day is null and of.phone <> '' order by representation.from_day limit 1) house on true
    where person.id is not null or organisation.id is not null`;
}

/** What a server said of an address, as a scalar of JSON, until a mail arrives there or somebody has looked after it; else null. */
export function bouncedOf(mail: Sql): Sql {
  return sql`(select json_build_object('reason', newest.last_error, 'reportedAt', coalesce(newest.bounced_at, newest.settled_at))
    from (select sent.state, sent.last_error, sent.bounced_at, sent.settled_at from outbox_message sent
          where lower(sent.to_address) = lower(${mail}) and sent.state in ('SENT', 'REFUSED') order by sent.position desc limit 1) newest
    where newest.state = 'REFUSED' and not exists (select 1 from checked_address checked
      where checked.mail = lower(${mail}) and checked.checked_at >= newest.settled_at))`;
}
