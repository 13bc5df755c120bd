import { Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { type FindingListItem, findingMoves, type FindingView } from '@runder-tisch/domain/findings';
import type { FindingQuery } from '@runder-tisch/domain/findings/findings-requests';
import type { Page } from '@runder-tisch/domain/lists';
import type { Viewer } from '../access/viewer';
import { Database } from '../database/database';
import { forChange } from '../database/for-change';
import { byId, listPage } from '../database/list-page';
import { reference } from '../database/reference';
import { contains } from '../database/words';
import { Evidence } from './evidence';
import { fingerprintNow } from './evidence-sources';
import { findingRights, mayChangeFindings, visibleFindings } from './findings-access';
import { Finding } from './findings.entity';

const evidenceCount = sql`(select count(*)::int from finding_evidence where finding_evidence.finding_id = it.id)`;
/** Schwerpunkte that rest on it and are still meant. */
const priorityCount = sql`(select count(*)::int from priority_finding
  join action_priority on action_priority.id = priority_finding.priority_id and action_priority.state <> 'DROPPED'
  where priority_finding.finding_id = it.id)`;
const places = sql`join field_of_action on field_of_action.id = it.field_id
  left join planning_area on planning_area.id = it.planning_area_id left join municipality on municipality.id = it.municipality_id`;
const placeColumns = sql`${reference('field_of_action')} as field, ${reference('planning_area')} as "planningArea",
  ${reference('municipality')} as municipality`;

@Injectable()
export class FindingsRepository {
  constructor(
    private readonly database: Database,
    private readonly evidence: Evidence,
  ) {}

  list(viewer: Viewer, query: FindingQuery): Promise<Page<FindingListItem>> {
    return listPage(this.database, query, {
      from: raw('finding'),
      where: [visibleFindings(viewer), ...filters(query)],
      order: [{ by: sql`it.created_at`, type: 'timestamptz' }, byId],
      descending: true,
      columns: sql`it.id, it.number, it.statement, it.state, ${placeColumns}, ${evidenceCount} as "evidenceCount",
        (select count(*)::int from finding_evidence link
         where link.finding_id = it.id and link.fingerprint <> ${fingerprintNow()}) as "toCheckCount"`,
      joins: places,
    });
  }

  async find(viewer: Viewer, id: string): Promise<FindingView> {
    const [found, evidence] = await Promise.all([
      this.database.found<
        Omit<FindingView, 'moves' | 'evidence'> & { evidenceCount: number; priorityCount: number }
      >(sql`
        select it.id, it.version, it.number, it.statement, it.caveat, it.state, it.dropped_reason as "droppedReason",
               it.confirmed_by as "confirmedBy", it.confirmed_at as "confirmedAt", it.created_at as "createdAt", ${placeColumns},
               coalesce((select json_agg(json_build_object('id', action_priority.id, 'number', action_priority.number,
                   'title', action_priority.title, 'state', action_priority.state) order by action_priority.number)
                 from priority_finding join action_priority on action_priority.id = priority_finding.priority_id
                 where priority_finding.finding_id = it.id), '[]') as priorities,
               ${evidenceCount} as "evidenceCount", ${priorityCount} as "priorityCount", ${mayChangeFindings(viewer)} as "mayChange"
        from finding it ${places} where it.id = ${id} and ${visibleFindings(viewer)}`),
      this.evidence.of(viewer, id),
    ]);
    const { evidenceCount: count, priorityCount: carried, ...view } = found;
    // A reason is asked for when the button is pressed.
    const facts = { evidenceCount: count, priorityCount: carried, reason: '?' };
    return { ...view, evidence, moves: view.mayChange ? findingMoves.open(view.state, facts) : [] };
  }

  /** Locked for a change by this viewer, with what its moves look at. */
  async toChange(
    tx: EntityManager,
    viewer: Viewer,
    id: string,
  ): Promise<Finding & { evidenceCount: number; priorityCount: number }> {
    const counted = await forChange<{ evidenceCount: number; priorityCount: number }>(
      tx,
      findingRights(viewer),
      id,
      sql`${evidenceCount} as "evidenceCount", ${priorityCount} as "priorityCount"`,
    );
    const { evidenceCount: evidence, priorityCount: priorities } = counted;
    const finding = await tx.findOneByOrFail(Finding, { id });
    return Object.assign(finding, { evidenceCount: evidence, priorityCount: priorities });
  }
}

function filters(query: FindingQuery): Sql[] {
  const conditions: Sql[] = [];
  if (query.search)
    conditions.push(contains(sql`it.number || ' ' || it.statement || ' ' || it.caveat`, query.search));
  if (query.state) conditions.push(sql`it.state = ${query.state}`);
  if (query.fieldId) conditions.push(sql`it.field_id = ${query.fieldId}`);
  if (query.planningAreaId) conditions.push(sql`it.planning_area_id = ${query.planningAreaId}`);
  if (query.feedbackId)
    conditions.push(sql`exists (select 1 from finding_evidence
      where finding_evidence.finding_id = it.id and finding_evidence.feedback_id = ${query.feedbackId})`);
  if (query.measureId)
    conditions.push(sql`exists (select 1 from finding_evidence
      where finding_evidence.finding_id = it.id and finding_evidence.measure_id = ${query.measureId})`);
  return conditions;
}
