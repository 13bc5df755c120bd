import { Injectable } from '@nestjs/common';
import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { type FormatListItem, formatMoves, type FormatView } from '@runder-tisch/domain/formats';
import type { FormatQuery } from '@runder-tisch/domain/formats/formats-requests';
import type { Page } from '@runder-tisch/domain/lists';
import type { Viewer } from '../access/viewer';
import { Database } from '../database/database';
import { page, PAGE_SIZE, readCursor } from '../database/keyset';
import { oneIn, rowsIn } from '../database/rows';
import { changeableFormats, visibleFormats } from './formats-access';

type ListRow = FormatListItem & { total: number; createdAt: string };

@Injectable()
export class FormatsRepository {
  constructor(private readonly database: Database) {}

  async list(viewer: Viewer, query: FormatQuery): Promise<Page<FormatListItem>> {
    const limit = query.limit ?? PAGE_SIZE;
    const cursor = readCursor(query.after, 2);
    const filter = join([visibleFormats(viewer), ...filters(query)], ' and ');
    const behind = cursor
      ? sql`and (it.created_at, it.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`
      : empty;
    const rows = await this.database.rows<ListRow>(sql`
      with matching as not materialized (select * from participation_format it where ${filter}),
           page as (select * from matching it where true ${behind} order by it.created_at desc, it.id desc limit ${limit + 1})
      select it.id, it.title, format_type.name as type, it.state, network.name as network, jsonb_array_length(it.results) as results,
             it.in_review_until::text as "inReviewUntil", it.created_at::text as "createdAt", (select count(*)::int from matching) as total
      from page it join format_type on format_type.id = it.type_id left join network on network.id = it.network_id
      order by it.created_at desc, it.id desc`);
    return page(
      rows,
      limit,
      (row) => [row.createdAt, row.id],
      ({ id, title, type, state, network, results, inReviewUntil }) => ({
        id,
        title,
        type,
        state,
        network,
        results,
        inReviewUntil,
      }),
    );
  }

  async find(viewer: Viewer, id: string): Promise<FormatView> {
    const format = await this.database.found<Omit<FormatView, 'moves'>>(sql`
      select it.id, it.version, it.title, it.purpose, it.state, it.target_groups as "targetGroups", it.capacity,
             it.accessibility_needs as "accessibilityNeeds", it.phases, it.material, it.agenda, it.invitation_text as "invitationText",
             it.results, it.in_review_until::text as "inReviewUntil", it.returned_at as "returnedAt",
             format_type.meeting_type as "meetingType", format_type.results_to_capture as "resultsToCapture",
             json_build_object('id', format_type.id, 'name', format_type.name) as type,
             case when network.id is null then null else json_build_object('id', network.id, 'name', network.name) end as network,
             case when planning_area.id is null then null else json_build_object('id', planning_area.id, 'name', planning_area.name) end as "planningArea",
             case when municipality.id is null then null else json_build_object('id', municipality.id, 'name', municipality.name) end as municipality,
             coalesce((select json_agg(json_build_object('id', field_of_action.id, 'name', field_of_action.name) order by field_of_action.position)
               from format_field join field_of_action on field_of_action.id = format_field.field_id where format_field.format_id = it.id), '[]') as fields,
             ${changeableFormats(viewer)} as "mayChange"
      from participation_format it join format_type on format_type.id = it.type_id
        left join network on network.id = it.network_id left join planning_area on planning_area.id = it.planning_area_id
        left join municipality on municipality.id = it.municipality_id
      where it.id = ${id} and ${visibleFormats(viewer)}`);
    const moves = format.mayChange ? formatMoves.open(format.state, format) : [];
    return { ...format, moves };
  }

  async isChangeable(tx: EntityManager, viewer: Viewer, id: string): Promise<boolean> {
    const found = await oneIn(
      tx,
      sql`select 1 from participation_format it where it.id = ${id} and ${visibleFormats(viewer)} and ${changeableFormats(viewer)}`,
    );
    return found !== undefined;
  }

  async replaceFields(tx: EntityManager, id: string, fieldIds: readonly string[]): Promise<void> {
    await rowsIn(
      tx,
      sql`delete from format_field where format_id = ${id} and field_id <> all(${fieldIds}::uuid[])`,
    );
    await rowsIn(
      tx,
      sql`insert into format_field (format_id, field_id) select ${id}::uuid, unnest(${fieldIds}::uuid[]) on conflict do nothing`,
    );
  }
}

function filters(query: FormatQuery): Sql[] {
  const conditions: Sql[] = [];
  if (query.search)
    conditions.push(
      sql`fold(it.title) like '%' || replace(replace(fold(${query.search}), '%', ''), '_', '') || '%'`,
    );
  if (query.state) conditions.push(sql`it.state = ${query.state}`);
  if (query.typeId) conditions.push(sql`it.type_id = ${query.typeId}`);
  if (query.networkId) conditions.push(sql`it.network_id = ${query.networkId}`);
  return conditions;
}
