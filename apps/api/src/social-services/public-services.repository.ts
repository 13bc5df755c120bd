import { Injectable } from '@nestjs/common';
import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { NamedReference, Page } from '@runder-tisch/domain/lists';
import type { Accessibility, SearchTerm, ServiceContent } from '@runder-tisch/domain/social-services';
import { berlinDay } from '@runder-tisch/domain/time';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { page, readCursor } from '../database/keyset';
import { contentOf, stateOn } from './service-sql';
import { publicServices } from './social-services-access';

export const PUBLIC_PAGE_SIZE = 15;

/** What somebody asks for; ids are checked, everything else is words. */
export interface PublicServiceQuery {
  words: string;
  terms: readonly SearchTerm[];
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

  /**
   * What was asked for in everyday words: offers that meet most of it, the best first. Where a word is in no offer,
   * words like it count, and offers whose names are a part of it.
   */
  async list(query: PublicServiceQuery): Promise<Page<PublicServiceItem>> {
    const cursor = readCursor(query.after, 3);
    const behind = cursor
      ? sql`where (rank, title collate "de-x-icu", id) > (${cursor[0]}::int, ${cursor[1]}::text, ${cursor[2]}::uuid)`
      : empty;
    const matching = query.terms.length > 0 ? ranked(query.terms) : sql`select offer.*, 0 as rank from offer`;
    const rows = await this.database.rows<Listed>(sql`
      with offer as materialized (
        select it.id, version.title, organisation.name as organisation, category.name as category, municipality.name as municipality,
               version.secret_place as "secretPlace", version.description, version.accessibility, version.waiting_days as "waitingDays",
               coalesce(category.protective, false) as protective,
               ${plain(sql`concat_ws(' ', version.title, category.name)`)} as named,
               ${plain(sql`concat_ws(' ', version.title, category.name, category.description, version.description, organisation.name,
                 municipality.name, version.city, (select string_agg(target_group.name, ' ') from service_version_target_group link
                   join target_group on target_group.id = link.target_group_id where link.version_id = version.id))`)} as told
        from social_service it join service_version version on version.id = it.confirmed_version_id
          join organisation on organisation.id = it.organisation_id
          left join service_category category on category.id = version.category_id
          left join municipality on municipality.id = version.municipality_id
        where ${join([publicServices, ...filters(query)], ' and ')}),
      matching as (${matching})
      select matching.*, (select count(*)::int from matching) as total from matching ${behind}
      order by rank, title collate "de-x-icu", id limit ${PUBLIC_PAGE_SIZE + 1}`);
    return page(
      rows,
      PUBLIC_PAGE_SIZE,
      (row) => [String(row.rank), row.title, row.id],
      ({ total: _total, rank: _rank, named: _named, told: _told, ...item }) => item,
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

interface Listed extends PublicServiceItem {
  total: number;
  rank: number;
  named: string;
  told: string;
}

/** Folded words between single blanks, one before the first. */
function plain(text: Sql): Sql {
  return sql`' ' || regexp_replace(fold(${text}), '[^[:alnum:]]+', ' ', 'g')`;
}

/**
 * Offers by how many of the terms they meet; only those that meet most, and what helps in danger. Short words must
 * begin a word, others may be a part of one. What a word means counts as much as the word.
 */
function ranked(terms: readonly SearchTerm[]): Sql {
  const looked = terms.flatMap(({ word, meant, danger }, number) =>
    [
      ...(word === '' ? [] : [{ text: word, typed: true }]),
      ...meant.map((text) => ({ text, typed: false })),
    ].map((it) => ({ ...it, number, danger })),
  );
  return sql`
    with term as (select number, text, typed, danger, kept as inside,
        case when length(text) < ${INSIDE_A_WORD} then ' ' || kept else kept end as look
      from jsonb_to_recordset(${JSON.stringify(looked)}::jsonb) as given (number int, text text, typed boolean, danger boolean)
        cross join lateral (select coalesce((ts_lexize('german_stem', text))[1], text) as stem) word
        cross join lateral (select case when length(stem) >= ${STEM} then stem else text end as kept) look),
    exact as (select offer.id, term.number, bool_or(position(term.look in offer.named) > 0 or ${inName}) as named, bool_or(term.danger and not term.typed) as helps
      from offer join term on position(term.look in offer.told) > 0 or ${inName} group by 1, 2),
    close as (select distinct offer.id, term.number, false as named, false as helps from offer join term on term.typed and length(term.text) >= ${MAY_HOLD_A_SLIP}
        and term.number not in (select number from exact)
      where word_similarity(term.text, offer.told) >= ${SLIP} or exists (
        select from regexp_split_to_table(btrim(offer.named), ' ') own (word)
        where length(own.word) >= ${MAY_HOLD_A_SLIP} and position(own.word in term.text) > 0 and own.word <> all(${tooGeneral}::text[]))),
    met as (select id, count(*) as terms, sum(case when named then 2 else 1 end)::int as score, bool_or(helps) as helps
      from (select * from exact union all select * from close) hit group by id)
    select offer.*, -met.score as rank from offer join met on met.id = offer.id
    where met.terms = (select max(terms) from met) or met.helps`;
}

const STEM = 4;
/** Shorter words must begin one in a description, where „Sucht“ is no part of „besucht“; in a name they may be a part. */
const INSIDE_A_WORD = 6;
const inName = sql`(length(term.text) >= ${STEM} and position(term.inside in offer.named) > 0)`;
const MAY_HOLD_A_SLIP = 5;
/** `word_similarity` of pg_trgm from which on a word in an offer is the one somebody mistyped. */
const SLIP = 0.42;
/** Parts of names that lead everywhere. */
const tooGeneral = [
  'beratung',
  'beratungsstelle',
  'hilfe',
  'hilfen',
  'dienst',
  'dienste',
  'gruppe',
  'treff',
  'stelle',
  'angebot',
];

function filters({ categoryId, fieldId, municipalityId }: PublicServiceQuery): Sql[] {
  const conditions: Sql[] = [];
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
