import { Injectable } from '@nestjs/common';
import sql, { empty, type Sql } from 'sql-template-tag';
import type { RegistrationView } from '@runder-tisch/domain/accounts';
import type { RegistrationQuery } from '@runder-tisch/domain/accounts/registration-requests';
import type { NamedReference, Page } from '@runder-tisch/domain/lists';
import { Database } from '../../database/database';
import { reference } from '../../database/reference';
import { contains } from '../../database/words';
import { page, PAGE_SIZE, readCursor } from '../../database/keyset';
import { plainNameOf } from '../../database/person-name';

@Injectable()
export class RegistrationsRepository {
  constructor(private readonly database: Database) {}

  /** Those with a confirmed mail address, the newest first. */
  async list(query: RegistrationQuery): Promise<Page<RegistrationView>> {
    const limit = query.limit ?? PAGE_SIZE;
    const cursor = readCursor(query.after, 2);
    const behind = cursor
      ? sql`and (it.confirmed_at, it.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`
      : empty;
    const state = query.state ? sql`and it.state = ${query.state}` : empty;
    const rows = await this.database.rows<RegistrationView & { total: number; at: string }>(sql`
      ${select(sql`, it.confirmed_at::text as at,
        (select count(*)::int from registration it where it.state <> 'UNCONFIRMED' ${state}) as total`)}
      where it.state <> 'UNCONFIRMED' ${state} ${behind} order by it.confirmed_at desc, it.id desc limit ${limit + 1}`);
    return page(
      rows,
      limit,
      (row) => [row.at, row.id],
      ({ total: _total, at: _at, ...item }) => item,
    );
  }

  find(id: string): Promise<RegistrationView> {
    return this.database.found<RegistrationView>(
      sql`${select(empty)} where it.id = ${id} and it.state <> 'UNCONFIRMED'`,
    );
  }

  /** For the public page: names alone, of organisations that are active; whoever seeks has to know three letters. */
  activeNamed(words: string): Promise<NamedReference[]> {
    return this.database.rows<NamedReference>(sql`
      select id, name from organisation
      where active and (${contains(sql`name || ' ' || short_name`, words)} or fold(name) % fold(${words}))
      order by similarity(fold(name), fold(${words})) desc, name limit 10`);
  }

  active(id: string): Promise<NamedReference | undefined> {
    return this.database.one<NamedReference>(
      sql`select id, name from organisation where id = ${id} and active`,
    );
  }

  /** Organisations that may be meant by a name somebody typed. */
  similarTo(name: string): Promise<NamedReference[]> {
    return this.database.rows<NamedReference>(sql`
      select id, name from organisation where active and fold(name) % fold(${name})
      order by similarity(fold(name), fold(${name})) desc, name limit 5`);
  }
}

function select(more: Sql): Sql {
  return sql`
    select it.id, it.version, it.organisation_name as "organisationName", it.organisation_city as "organisationCity",
           it.given_name as "givenName", it.family_name as "familyName", it.function, it.mail, it.phone, it.message, it.state, it.reason,
           it.confirmed_at as "confirmedAt", it.decided_at as "decidedAt", it.decided_by as "decidedBy",
           ${reference('organisation')} as organisation,
           case when it.organisation_id is not null or it.state <> 'PENDING' then '[]'::json else
             coalesce((select json_agg(json_build_object('id', near.id, 'name', near.name) order by near.rank desc) from (
               select other.id, other.name, similarity(fold(other.name), fold(it.organisation_name)) as rank
               from organisation other where fold(other.name) % fold(it.organisation_name) order by rank desc limit 5) near), '[]') end as similar,
           (select json_build_object('id', person.id, 'name', ${plainNameOf('person')})
            from person where lower(person.mail) = lower(it.mail)) as "knownPerson",
           exists (select 1 from account where lower(account.mail) = lower(it.mail)) as "hasAccount" ${more}
    from registration it left join organisation on organisation.id = it.organisation_id`;
}
