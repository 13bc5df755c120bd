import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { personNameOf } from '../../database/person-name';
import { type RoleCard, vcards, type VcardVersion } from '../../files/vcard';
import { visiblePeople } from '../actors-access';

/** A role as the database hands it out. */
export interface StoredCard {
  id: string;
  title: string;
  givenName: string;
  familyName: string;
  /** One's own address, where it may be passed on. */
  ownMail: string;
  organisation: string;
  function: string;
  mailbox: string;
  phone: string;
  website: string;
  street: string;
  postalCode: string;
  city: string;
}

/**
 * Over `person` and `organisation`, which may be nobody: what a card tells, as arguments of json_build_object. The
 * number of a person never leaves the house, their own address only with their consent to be published.
 */
export function roleCardColumns(id: Sql, role: Sql): Sql {
  return sql`'id', ${id}, 'title', person.title, 'givenName', person.given_name, 'familyName', person.family_name,
    'ownMail', case when person.contact_public then person.mail else '' end,
    'organisation', coalesce(organisation.name, ''), 'function', coalesce(${role}, ''), 'mailbox', coalesce(organisation.function_mailbox, ''),
    'phone', coalesce(organisation.phone, ''), 'website', coalesce(organisation.website, ''), 'street', coalesce(organisation.street, ''),
    'postalCode', coalesce(organisation.postal_code, ''), 'city', coalesce(organisation.city, '')`;
}

export function roleCard(stored: StoredCard, categories: readonly string[]): RoleCard {
  const { mailbox, ownMail, phone, street, postalCode, city } = stored;
  return {
    id: stored.id,
    title: stored.title,
    givenName: stored.givenName,
    familyName: stored.familyName,
    organisation: stored.organisation,
    role: stored.function,
    mails: [...new Set([mailbox, ownMail].filter(Boolean))],
    phones: phone ? [phone] : [],
    address: street || city ? { street, postalCode, city } : null,
    website: stored.website,
    categories,
  };
}

/** Somebody's cards, one for each organisation they speak for. */
@Injectable()
export class RoleCards {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async file(
    viewer: Viewer,
    personId: string,
    version: VcardVersion,
  ): Promise<{ name: string; text: string }> {
    const now = this.clock.now();
    const found = await this.database.found<{ name: string; roles: StoredCard[]; alone: StoredCard }>(sql`
      select ${personNameOf('it')} as name, coalesce((select json_agg(json_build_object(${roleCardColumns(sql`representation.id`, sql`representation.function`)})
          order by organisation.name collate "de-x-icu", representation.id)
        from representation join organisation on organisation.id = representation.organisation_id join person on person.id = representation.person_id
        where representation.person_id = it.id and representation.from_day <= ${berlinDay(now)}::date
          and (representation.to_day is null or representation.to_day >= ${berlinDay(now)}::date)), '[]') as roles,
        (select json_build_object(${roleCardColumns(sql`person.id`, sql`null::text`)})
         from person left join organisation on false where person.id = it.id) as alone
      from person it where it.id = ${personId} and ${visiblePeople(viewer)}`);
    const roles = found.roles.length > 0 ? found.roles : [found.alone];
    const cards = roles.map((role) => roleCard(role, []));
    return { name: `${found.name}.vcf`, text: vcards(cards, null, version, now) };
  }
}
