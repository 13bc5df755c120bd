import { Injectable } from '@nestjs/common';
import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { NamedReference, Page } from '@runder-tisch/domain/lists';
import type { Accessibility, ServiceContent } from '@runder-tisch/domain/social-services';
import { berlinDay } from '@runder-tisch/domain/time';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { contains } from '../database/words';
import { page, readCursor } from '../database/keyset';
import { contentOf, stateOn } from './service-sql';
import { publicServices } from './social-services-access';

export const PUBLIC_PAGE_SIZE = 15;

/** What somebody asks for; ids are checked, everything else is words. */
export interface PublicServiceQuery {
  words: string;
  categoryId: string | null;
  fieldId: string | null;
  municipalityId: string | null;
  after: string | undefined;
}

export interface PublicServiceItem {
  id: string;
  title: string;
  organisation: string;
  category: string | null;
  /** Null where the place is secret. */
  municipality: string | null;
  secretPlace: boolean;
  description: string;
  accessibility: Accessibility;
  waitingDays: number | null;
  protective: boolean;
}

export interface PublicService {
  id: string;
  organisation: string;
  state: 'PUBLISHED' | 'STALE';
  confirmedOn: string;
  content: ServiceContent;
  protective: boolean;
}

export interface PublicChoices {
  categories: NamedReference[];
  fields: NamedReference[];
  municipalities: NamedReference[];
}

/** The confirmed version of what is published, and nothing else; secret places stand in no version. */
@Injectable()
export class PublicServicesRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(query: PublicServiceQuery): Promise<Page<PublicServiceItem>> {
    const cursor = readCursor(query.after, 2);
    const behind = cursor
      ? sql`where (title collate "de-x-icu", id) > (${cursor[0]}::text, ${cursor[1]}::uuid)`
      : empty;
    const rows = await this.database.rows<PublicServiceItem & { total: number }>(sql`
      with matching as (
        select it.id, version.title, organisation.name as organisation, category.name as category, municipality.name as municipality,
               version.secret_place as "secretPlace", version.description, version.accessibility, version.waiting_days as "waitingDays",
               coalesce(category.protective, false) as protective
        from social_service it join service_version version on version.id = it.confirmed_version_id
          join organisation on organisation.id = it.organisation_id
          left join service_category category on category.id = version.category_id
          left join municipality on municipality.id = version.municipality_id
        where ${join([publicServices, ...filters(query)], ' and ')})
      select matching.*, (select count(*)::int from matching) as total from matching ${behind}
      order by title collate "de-x-icu", id limit ${PUBLIC_PAGE_SIZE + 1}`);
    return page(
      rows,
      PUBLIC_PAGE_SIZE,
      (row) => [row.title, row.id],
      ({ total: _total, ...item }) => item,
    );
  }

  find(id: string): Promise<PublicService | undefined> {
    return this.database.one<PublicService>(sql`
      select it.id, organisation.name as organisation, ${stateOn(berlinDay(this.clock.now()))} as state, it.confirmed_on::text as "confirmedOn",
             ${contentOf(sql`it.confirmed_version_id`, sql`false`)} as content,
             exists (select 1 from service_version version join service_category on service_category.id = version.category_id
                     where version.id = it.confirmed_version_id and service_category.protective) as protective
      from social_service it join organisation on organisation.id = it.organisation_id
      where it.id = ${id} and ${publicServices}`);
  }

  /** Only what leads to something: a choice without an offer behind it is none. */
  async choices(): Promise<PublicChoices> {
    const found = await this.database.one<PublicChoices>(sql`
      with shown as (select version.* from social_service it join service_version version on version.id = it.confirmed_version_id where ${publicServices})
      select coalesce((select json_agg(json_build_object('id', id, 'name', name) order by position)
               from service_category where id in (select category_id from shown)), '[]') as categories,
             coalesce((select json_agg(json_build_object('id', id, 'name', name) order by position)
               from field_of_action where id in (select field_id from shown)), '[]') as fields,
             coalesce((select json_agg(json_build_object('id', id, 'name', name) order by name collate "de-x-icu")
               from municipality where active), '[]') as municipalities`);
    return found ?? { categories: [], fields: [], municipalities: [] };
  }
}

function filters({ words, categoryId, fieldId, municipalityId }: PublicServiceQuery): Sql[] {
  const conditions: Sql[] = [];
  if (words)
    conditions.push(
      contains(
        sql`concat_ws(' ', version.title, version.description, organisation.name, category.name, category.description)`,
        words,
      ),
    );
  if (categoryId) conditions.push(sql`version.category_id = ${categoryId}::uuid`);
  if (fieldId) conditions.push(sql`version.field_id = ${fieldId}::uuid`);
  if (municipalityId) conditions.push(reaches(municipalityId));
  return conditions;
}

/** For people of a municipality: there, or open to it, or to the whole county. Where a secret place lies decides nothing. */
function reaches(municipalityId: string): Sql {
  return sql`(version.secret_place or version.municipality_id = ${municipalityId}::uuid
    or not exists (select 1 from service_version_municipality link where link.version_id = version.id)
    or exists (select 1 from service_version_municipality link where link.version_id = version.id and link.municipality_id = ${municipalityId}::uuid))`;
}
