import { Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { type FormatListItem, formatMoves, type FormatView } from '@runder-tisch/domain/formats';
import type { FormatQuery } from '@runder-tisch/domain/formats/formats-requests';
import type { Page } from '@runder-tisch/domain/lists';
import type { Viewer } from '../access/viewer';
import { Database } from '../database/database';
import { forChange } from '../database/for-change';
import { byId, listPage } from '../database/list-page';
import { reference, references, replaceLinks } from '../database/reference';
import { contains } from '../database/words';
import { ParticipationFormat } from './format.entity';
import { changeableFormats, visibleFormats } from './formats-access';

@Injectable()
export class FormatsRepository {
  constructor(private readonly database: Database) {}

  list(viewer: Viewer, query: FormatQuery): Promise<Page<FormatListItem>> {
    return listPage(this.database, query, {
      from: raw('participation_format'),
      where: [visibleFormats(viewer), ...filters(query)],
      order: [{ by: sql`it.created_at`, type: 'timestamptz' }, byId],
      descending: true,
      columns: sql`it.id, it.title, format_type.name as type, it.state, network.name as network,
        jsonb_array_length(it.results) as results, it.in_review_until::text as "inReviewUntil"`,
      joins: sql`join format_type on format_type.id = it.type_id left join network on network.id = it.network_id`,
    });
  }

  async find(viewer: Viewer, id: string): Promise<FormatView> {
    const format = await this.database.found<Omit<FormatView, 'moves'>>(sql`
      select it.id, it.version, it.title, it.purpose, it.state, it.target_groups as "targetGroups", it.capacity,
             it.accessibility_needs as "accessibilityNeeds", it.phases, it.material, it.agenda, it.invitation_text as "invitationText",
             it.results, it.in_review_until::text as "inReviewUntil", it.returned_at as "returnedAt", it.unreached,
             format_type.meeting_type as "meetingType", format_type.results_to_capture as "resultsToCapture",
             json_build_object('id', format_type.id, 'name', format_type.name) as type,
             ${reference('network')} as network, ${reference('planning_area')} as "planningArea", ${reference('municipality')} as municipality,
             ${references('field_of_action', 'format_field', 'field_id', 'format_id', sql`it.id`)} as fields,
             ${changeableFormats(viewer)} as "mayChange"
      from participation_format it join format_type on format_type.id = it.type_id
        left join network on network.id = it.network_id left join planning_area on planning_area.id = it.planning_area_id
        left join municipality on municipality.id = it.municipality_id
      where it.id = ${id} and ${visibleFormats(viewer)}`);
    const moves = format.mayChange ? formatMoves.open(format.state, format) : [];
    return { ...format, moves };
  }

  /** Locked for a change by this viewer. */
  async toChange(tx: EntityManager, viewer: Viewer, id: string): Promise<ParticipationFormat> {
    const rights = {
      table: 'participation_format',
      visible: visibleFormats(viewer),
      may: changeableFormats(viewer),
    };
    await forChange(tx, rights, id);
    return tx.findOneByOrFail(ParticipationFormat, { id });
  }

  replaceFields(tx: EntityManager, id: string, fieldIds: readonly string[]): Promise<void> {
    return replaceLinks(
      tx,
      'format_field',
      { column: 'format_id', id },
      { column: 'field_id', ids: fieldIds },
    );
  }
}

function filters(query: FormatQuery): Sql[] {
  const conditions: Sql[] = [];
  if (query.search) conditions.push(contains(sql`it.title`, query.search));
  if (query.state) conditions.push(sql`it.state = ${query.state}`);
  if (query.typeId) conditions.push(sql`it.type_id = ${query.typeId}`);
  if (query.networkId) conditions.push(sql`it.network_id = ${query.networkId}`);
  if (query.fieldId) {
    conditions.push(
      sql`exists (select 1 from format_field where format_field.format_id = it.id and format_field.field_id = ${query.fieldId})`,
    );
  }
  return conditions;
}
