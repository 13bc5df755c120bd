import { Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type {
  MatchedAddress,
  PersonListItem,
  PersonView,
  ProposedOrganisation,
  SimilarActor,
} from '@runder-tisch/domain/actors';
import { everybodysDomains, normaliseMail, type ReadAddress } from '@runder-tisch/domain/addresses';
import type { PersonQuery, SimilarQuery } from '@runder-tisch/domain/actors/actors-requests';
import type { Page } from '@runder-tisch/domain/lists';
import type { Viewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { byId, byWords, listPage } from '../../database/list-page';
import { oneIn } from '../../database/rows';
import { contains } from '../../database/words';
import { notFoundDistinct, survivorOf } from '../../merge/references';
import { bouncedOf } from '../../outbox/returns/bounced-addresses';
import { visiblePeople } from '../actors-access';
import { personNameOf } from '../../database/person-name';

const fullName = personNameOf('it');

@Injectable()
export class PeopleRepository {
  constructor(private readonly database: Database) {}

  list(viewer: Viewer, query: PersonQuery, today: string): Promise<Page<PersonListItem>> {
    return listPage(this.database, query, {
      from: raw('person'),
      where: [visiblePeople(viewer), ...filters(query, today)],
      order: [byWords('family_name'), byWords('given_name'), byId],
      columns: sql`it.id, ${fullName} as name, it.mail, it.phone, it.valid_until::text as "validUntil",
        array(select organisation.name from representation join organisation on organisation.id = representation.organisation_id
              where representation.person_id = it.id and representation.to_day is null order by organisation.name) as organisations`,
    });
  }

  find(viewer: Viewer, id: string): Promise<PersonView> {
    return this.database.found<PersonView>(sql`
      select it.id, it.version, it.salutation, it.title, it.given_name as "givenName", it.family_name as "familyName", ${fullName} as name,
             it.mail, it.phone, it.contact_public as "contactPublic", it.consent_given_on::text as "consentGivenOn",
             ${bouncedOf(sql`it.mail`)} as bounced, it.consent_note as "consentNote", it.valid_until::text as "validUntil", it.note,
             coalesce((select json_agg(json_build_object('id', representation.id,
                   'organisation', json_build_object('id', organisation.id, 'name', organisation.name),
                   'function', representation.function, 'fromDay', representation.from_day, 'toDay', representation.to_day)
                   order by representation.to_day nulls first, organisation.name)
               from representation join organisation on organisation.id = representation.organisation_id
               where representation.person_id = it.id), '[]') as representations
      from person it where it.id = ${survivorOf('person', id)} and ${visiblePeople(viewer)}`);
  }

  similar(viewer: Viewer, { name, mail: typed = '', of }: SimilarQuery): Promise<SimilarActor[]> {
    const mail = normaliseMail(typed);
    return this.database.rows<SimilarActor>(sql`
      select 'person' as kind, it.id, ${fullName} as name, it.mail as detail from person it
      where ${visiblePeople(viewer)} and ${notFoundDistinct('person', of)} and (fold(it.given_name || ' ' || it.family_name) % fold(${name}) or (${mail} <> '' and lower(it.mail) = ${mail}))
      order by similarity(fold(it.given_name || ' ' || it.family_name), fold(${name})) desc limit 5`);
  }

  /** Matches a whole pasted list in one statement: same address, same function mailbox or mail domain, similar name. */
  match(addresses: readonly ReadAddress[]): Promise<Omit<MatchedAddress, 'proposal'>[]> {
    return this.database.rows<Omit<MatchedAddress, 'proposal'>>(sql`
      select pasted.mail, pasted.name, pasted.salutation, pasted.title, pasted."givenName", pasted."familyName", pasted.shared,
             (select json_build_object('id', it.id, 'name', ${fullName}) from person it where lower(it.mail) = pasted.mail) as person,
             (select json_build_object('id', organisation.id, 'name', organisation.name) from organisation
              where lower(organisation.function_mailbox) = pasted.mail
                 or (organisation.function_mailbox <> '' and split_part(pasted.mail, '@', 2) <> all(${[...everybodysDomains]}::text[])
                     and split_part(lower(organisation.function_mailbox), '@', 2) = split_part(pasted.mail, '@', 2))
              order by lower(organisation.function_mailbox) = pasted.mail desc, organisation.name limit 1) as organisation,
             coalesce((select json_agg(json_build_object('id', near.id, 'name', near.name)) from (
                select it.id, ${fullName} || case when it.mail = '' then '' else ' (' || it.mail || ')' end as name from person it
                where pasted.name <> '' and lower(it.mail) <> pasted.mail
                  and fold(it.given_name || ' ' || it.family_name) % fold(trim(pasted."givenName" || ' ' || pasted."familyName"))
                order by similarity(fold(it.given_name || ' ' || it.family_name), fold(trim(pasted."givenName" || ' ' || pasted."familyName"))) desc
                limit 3) near), '[]') as similar
      from json_to_recordset(${JSON.stringify(addresses)}::json) as pasted(mail text, name text, salutation text, title text, "givenName" text, "familyName" text, shared boolean)`);
  }

  /** Organisations that are called nearly like one of a pasted list, in one statement. */
  organisationsLike(names: readonly string[]): Promise<ProposedOrganisation[]> {
    return this.database.rows<ProposedOrganisation>(sql`
      select given.name, coalesce((select json_agg(json_build_object('id', near.id, 'name', near.name)) from (
               select it.id, it.name from organisation it where fold(it.name) % fold(given.name)
               order by similarity(fold(it.name), fold(given.name)) desc, it.name limit 3) near), '[]') as similar
      from unnest(${[...names]}::text[]) with ordinality as given(name, place) order by place`);
  }

  personIdByMail(tx: EntityManager, mail: string): Promise<{ id: string } | undefined> {
    return oneIn<{ id: string }>(tx, sql`select id from person where lower(mail) = lower(${mail})`);
  }
}

function filters(query: PersonQuery, today: string): Sql[] {
  const conditions: Sql[] = [];
  if (query.search) {
    conditions.push(contains(sql`it.given_name || ' ' || it.family_name || ' ' || it.mail`, query.search));
  }
  if (query.organisationId) {
    conditions.push(sql`exists (select 1 from representation where representation.person_id = it.id and representation.to_day is null
      and representation.organisation_id = ${query.organisationId})`);
  }
  if (query.state === 'expired') conditions.push(sql`it.valid_until < ${today}::date`);
  if (query.state === 'valid')
    conditions.push(sql`(it.valid_until is null or it.valid_until >= ${today}::date)`);
  return conditions;
}
