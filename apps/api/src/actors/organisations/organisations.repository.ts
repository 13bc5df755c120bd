import { Injectable } from '@nestjs/common';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { OrganisationListItem, OrganisationView, SimilarActor } from '@runder-tisch/domain/actors';
import type { OrganisationQuery, SimilarQuery } from '@runder-tisch/domain/actors/actors-requests';
import type { NamedReference, Page } from '@runder-tisch/domain/lists';
import { hasRole, type Viewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { byId, byWords, listPage, type SortKey } from '../../database/list-page';
import { reference, references, replaceLinks } from '../../database/reference';
import { contains } from '../../database/words';
import { notFoundDistinct, survivorOf } from '../../merge/references';
import { visibleOrganisations, visiblePeople } from '../actors-access';
import { personNameOf } from '../../database/person-name';

/** What a list says of one organisation; people and fields are looked up for the rows shown. */
const listed = sql`it.id, it.name, it.short_name as "shortName", it.type, municipality.name as municipality,
  it.function_mailbox as "functionMailbox", it.checked_on::text as "checkedOn", it.active,
  (select count(*)::int from representation where representation.organisation_id = it.id and representation.to_day is null) as people,
  array(select field_of_action.name from organisation_field join field_of_action on field_of_action.id = organisation_field.field_id
        where organisation_field.organisation_id = it.id order by field_of_action.position) as fields`;

@Injectable()
export class OrganisationsRepository {
  constructor(private readonly database: Database) {}

  list(viewer: Viewer, query: OrganisationQuery): Promise<Page<OrganisationListItem>> {
    const checked: SortKey = { by: sql`coalesce(it.checked_on, '-infinity'::date)`, type: 'date' };
    return listPage(this.database, query, {
      from: raw('organisation'),
      where: [visibleOrganisations(viewer), ...filters(query)],
      order: [...(query.sort === 'checked' ? [checked] : []), byWords('name'), byId],
      columns: listed,
      joins: sql`left join municipality on municipality.id = it.municipality_id`,
    });
  }

  /** Every row of the filtered list, for the CSV file; the same predicate as the list. */
  all(
    viewer: Viewer,
    query: OrganisationQuery,
  ): Promise<
    (OrganisationListItem & {
      website: string;
      phone: string;
      street: string;
      postalCode: string;
      city: string;
    })[]
  > {
    const filter = join([visibleOrganisations(viewer), ...filters(query)], ' and ');
    return this.database.rows(sql`
      select ${listed}, it.website, it.phone, it.street, it.postal_code as "postalCode", it.city
      from organisation it left join municipality on municipality.id = it.municipality_id
      where ${filter} order by it.name collate "de-x-icu", it.id`);
  }

  own(viewer: Viewer): Promise<NamedReference[]> {
    return this.database.rows<NamedReference>(sql`
      select id, name from organisation where id = any(${viewer.organisationIds}::uuid[]) order by name collate "de-x-icu"`);
  }

  /** People of the organisation are shown only to those who may see them; a merged one leads to the one that stayed. */
  find(viewer: Viewer, id: string): Promise<OrganisationView> {
    const note = hasRole(viewer, 'admin', 'planner', 'coordinator') ? sql`organisation.note` : sql`''::text`;
    return this.database.found<OrganisationView>(sql`
      select organisation.id, organisation.version, organisation.name, short_name as "shortName", type, function_mailbox as "functionMailbox",
             organisation.phone, website, street, postal_code as "postalCode", city, ${note} as note,
             recognised_youth_welfare as "recognisedYouthWelfare", checked_on::text as "checkedOn", organisation.active,
             ${reference('municipality')} as municipality,
             ${references('field_of_action', 'organisation_field', 'field_id', 'organisation_id', sql`organisation.id`)} as fields,
             coalesce((select json_agg(json_build_object('representationId', representation.id, 'personId', it.id,
                   'name', ${personNameOf('it')},
                   'function', representation.function, 'mail', it.mail, 'phone', it.phone,
                   'fromDay', representation.from_day, 'toDay', representation.to_day)
                   order by representation.to_day nulls first, it.family_name collate "de-x-icu", it.given_name)
               from representation join person it on it.id = representation.person_id
               where representation.organisation_id = organisation.id and ${visiblePeople(viewer)}), '[]') as people
      from organisation left join municipality on municipality.id = organisation.municipality_id
      where organisation.id = ${survivorOf('organisation', id)} and ${visibleOrganisations(viewer)}`);
  }

  /** Up to five organisations whose name is nearly the one being typed. */
  similar({ name, of }: SimilarQuery): Promise<SimilarActor[]> {
    return this.database.rows<SimilarActor>(sql`
      select 'organisation' as kind, id, name, city as detail from organisation it
      where (fold(name) % fold(${name}) or fold(short_name) = fold(${name}) and short_name <> '') and ${notFoundDistinct('organisation', of)}
      order by similarity(fold(name), fold(${name})) desc, name limit 5`);
  }

  replaceFields(tx: EntityManager, id: string, fieldIds: readonly string[]): Promise<void> {
    const organisation = { column: 'organisation_id', id };
    return replaceLinks(tx, 'organisation_field', organisation, { column: 'field_id', ids: fieldIds });
  }
}

function filters(query: OrganisationQuery): Sql[] {
  const conditions: Sql[] = [];
  if (query.search) conditions.push(contains(sql`it.name || ' ' || it.short_name`, query.search));
  if (query.type) conditions.push(sql`it.type = ${query.type}`);
  if (query.municipalityId) conditions.push(sql`it.municipality_id = ${query.municipalityId}`);
  if (query.fieldId) {
    conditions.push(
      sql`exists (select 1 from organisation_field where organisation_field.organisation_id = it.id and organisation_field.field_id = ${query.fieldId})`,
    );
  }
  if (query.state) conditions.push(sql`it.active = ${query.state === 'active'}`);
  return conditions;
}
