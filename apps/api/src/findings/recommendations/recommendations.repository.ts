import { Injectable } from '@nestjs/common';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  type DecisionView,
  findingProblems,
  type PriorityLink,
  type RecommendationListItem,
  recommendationMoves,
  recommendationVerbs,
  type RecommendationView,
} from '@runder-tisch/domain/findings';
import type { RecommendationQuery } from '@runder-tisch/domain/findings/recommendation-requests';
import type { Page } from '@runder-tisch/domain/lists';
import type { Viewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { firstWords } from '../../database/first-words';
import { forChange } from '../../database/for-change';
import { byId, listPage } from '../../database/list-page';
import { reference } from '../../database/reference';
import { rowsIn } from '../../database/rows';
import { contains } from '../../database/words';
import { problem } from '../../problem/problem';
import {
  mayChangeFindings,
  recommendationRights,
  visibleFindings,
  visiblePriorities,
  visibleRecommendations,
} from '../findings-access';
import { Recommendation } from '../findings.entity';
import { trustColumns } from '../trusted-links';

const EXCERPT = 160;
const costCount = sql`(select count(*)::int from recommendation_cost where recommendation_cost.recommendation_id = it.id)`;
const field = sql`join field_of_action on field_of_action.id = it.field_id`;

const listColumns = sql`it.id, it.number, it.year, ${raw(firstWords('it.wording', EXCERPT))} as excerpt, it.state, it.addressee,
  it.due_on::text as "dueOn", it.earlier_plan as "earlierPlan", ${reference('field_of_action')} as field,
  (select json_build_object('bodyName', decided.body_name, 'decidedOn', decided.decided_on, 'result', decided.result, 'final', decided.final)
   from recommendation_decision decided where decided.recommendation_id = it.id
   order by decided.final desc, decided.decided_on desc, decided.id desc limit 1) as decision`;

/** A recommendation as a row of the file. */
export interface RecommendationRow extends RecommendationListItem {
  wording: string;
  measureOfSuccess: string;
  costNeutral: boolean;
  fundingSource: string;
  oneOff: number;
  yearly: number;
  decidedWording: string | null;
  reason: string | null;
  reference: string | null;
}

@Injectable()
export class RecommendationsRepository {
  constructor(private readonly database: Database) {}

  /** The newest year first, in it by number. */
  list(viewer: Viewer, query: RecommendationQuery): Promise<Page<RecommendationListItem>> {
    return listPage(this.database, query, {
      from: raw('recommendation'),
      where: [visibleRecommendations(viewer), ...filters(query)],
      order: [{ by: sql`it.year`, type: 'bigint' }, { by: sql`it.number`, type: 'text' }, byId],
      descending: true,
      columns: sql`${listColumns},
        (select count(*)::int from recommendation_priority link join action_priority on action_priority.id = link.priority_id
         where link.recommendation_id = it.id and link.fingerprint <> action_priority.fingerprint)
        + (select count(*)::int from recommendation_decision link
           where link.recommendation_id = it.id and link.fingerprint <> it.fingerprint) as "toCheckCount"`,
      joins: field,
    });
  }

  /** Every row of the filtered list, for the CSV file. */
  all(viewer: Viewer, query: RecommendationQuery): Promise<RecommendationRow[]> {
    return this.database.rows<RecommendationRow>(sql`
      select ${listColumns}, 0 as "toCheckCount", it.wording, it.measure_of_success as "measureOfSuccess",
             it.cost_neutral as "costNeutral", it.funding_source as "fundingSource", cost.one_off as "oneOff", cost.yearly,
             final.wording as "decidedWording", final.reason, final.reference
      from recommendation it ${field}
        cross join lateral (select coalesce(sum(one_off), 0)::float8 as one_off, coalesce(sum(yearly), 0)::float8 as yearly
          from recommendation_cost where recommendation_cost.recommendation_id = it.id) cost
        left join recommendation_decision final on final.recommendation_id = it.id and final.final
      where ${join([visibleRecommendations(viewer), ...filters(query)], ' and ')}
      order by it.year desc, it.number desc, it.id`);
  }

  async find(viewer: Viewer, id: string): Promise<RecommendationView> {
    const [found, priorities, decisions] = await Promise.all([
      this.database.found<Omit<RecommendationView, 'moves' | 'priorities' | 'decisions'>>(sql`
        select it.id, it.version, it.number, it.year, it.wording, it.state, it.withdrawn_reason as "withdrawnReason", it.addressee,
               it.measure_of_success as "measureOfSuccess", it.feasibility, it.relevance, it.due_on::text as "dueOn",
               it.cost_neutral as "costNeutral", it.funding_source as "fundingSource", it.earlier_plan as "earlierPlan",
               it.created_at as "createdAt", ${reference('field_of_action')} as field, ${mayChangeFindings(viewer)} as "mayChange",
               coalesce((select json_agg(json_build_object('budgetYear', cost.budget_year, 'oneOff', cost.one_off, 'yearly', cost.yearly) order by cost.budget_year)
                 from recommendation_cost cost where cost.recommendation_id = it.id), '[]') as costs
        from recommendation it ${field} where it.id = ${id} and ${visibleRecommendations(viewer)}`),
      this.database.rows<PriorityLink>(sql`
        select it.id, it.number, it.title, it.state, ${trustColumns('link', 'it', visibleFindings(viewer))},
               (select count(*)::int from priority_finding where priority_finding.priority_id = it.id) as "findingCount"
        from recommendation_priority link join action_priority it on it.id = link.priority_id
        where link.recommendation_id = ${id} and ${visiblePriorities(viewer)} order by link.since, it.number`),
      this.database.rows<DecisionView>(sql`
        select link.id, ${reference('committee')} as committee, link.body_name as "bodyName", link.decided_on::text as "decidedOn",
               link.reference, link.result, link.final, link.wording, link.reason, link.votes_yes as "votesYes",
               link.votes_no as "votesNo", link.votes_abstained as "votesAbstained",
               link.meeting_id as "meetingId", link.source_path as "sourcePath", ${trustColumns('link', 'it')}
        from recommendation_decision link join recommendation it on it.id = link.recommendation_id
          left join committee on committee.id = link.committee_id
        where it.id = ${id} and ${visibleRecommendations(viewer)} order by link.decided_on desc, link.since desc, link.id`),
    ]);
    const facts = { ...found, costCount: found.costs.length, reason: '?' };
    const open: readonly string[] = found.mayChange ? recommendationMoves.open(found.state, facts) : [];
    return {
      ...found,
      priorities,
      decisions,
      moves: recommendationVerbs.filter((move) => open.includes(move)),
    };
  }

  /** Locked for a change by this viewer, with what its moves look at. */
  async toChange(
    tx: EntityManager,
    viewer: Viewer,
    id: string,
  ): Promise<Recommendation & { costCount: number; fingerprint: string }> {
    const locked = await forChange<{ costCount: number; fingerprint: string }>(
      tx,
      recommendationRights(viewer),
      id,
      sql`${costCount} as "costCount", it.fingerprint`,
    );
    const { costCount: count, fingerprint } = locked;
    return Object.assign(await tx.findOneByOrFail(Recommendation, { id }), { costCount: count, fingerprint });
  }

  /**
   * Makes these the Schwerpunkte it is derived from.
   * @param free whether it may stand without any Befund behind it, as one of an earlier plan may
   */
  async replacePriorities(
    tx: EntityManager,
    id: string,
    priorityIds: readonly string[],
    free: boolean,
    now: Date,
  ): Promise<void> {
    const known = await rowsIn<{ hasFinding: boolean }>(
      tx,
      sql`select exists (select 1 from priority_finding where priority_finding.priority_id = it.id) as "hasFinding"
          from action_priority it where it.id = any(${priorityIds}::uuid[])
            and (it.state <> 'DROPPED' or exists (select 1 from recommendation_priority link
              where link.recommendation_id = ${id} and link.priority_id = it.id)) for share of it`,
    );
    if (known.length < priorityIds.length)
      throw problem(findingProblems, 'recommendation-priority-unknown', 'priorityIds');
    if (!free && !known.some(({ hasFinding }) => hasFinding))
      throw problem(findingProblems, 'recommendation-without-finding', 'priorityIds');
    await rowsIn(
      tx,
      sql`delete from recommendation_priority where recommendation_id = ${id} and priority_id <> all(${priorityIds}::uuid[])`,
    );
    await rowsIn(
      tx,
      sql`insert into recommendation_priority (recommendation_id, priority_id, fingerprint, since)
          select ${id}::uuid, it.id, it.fingerprint, ${now}::timestamptz from action_priority it
          where it.id = any(${priorityIds}::uuid[]) on conflict do nothing`,
    );
  }

  async replaceCosts(tx: EntityManager, id: string, costs: RecommendationView['costs']): Promise<void> {
    await rowsIn(tx, sql`delete from recommendation_cost where recommendation_id = ${id}`);
    if (costs.length === 0) return;
    await rowsIn(
      tx,
      sql`insert into recommendation_cost (recommendation_id, budget_year, one_off, yearly)
          select ${id}::uuid, * from unnest(${costs.map((it) => it.budgetYear)}::int[],
            ${costs.map((it) => it.oneOff)}::numeric[], ${costs.map((it) => it.yearly)}::numeric[])`,
    );
  }
}

function filters(query: RecommendationQuery): Sql[] {
  const conditions: Sql[] = [];
  if (query.search)
    conditions.push(
      contains(
        sql`it.number || ' ' || it.wording || ' ' || it.addressee || ' ' || it.earlier_plan`,
        query.search,
      ),
    );
  if (query.year) conditions.push(sql`it.year = ${query.year}`);
  if (query.state) conditions.push(sql`it.state = ${query.state}`);
  if (query.fieldId) conditions.push(sql`it.field_id = ${query.fieldId}`);
  if (query.committeeId)
    conditions.push(sql`exists (select 1 from recommendation_decision decided
      where decided.recommendation_id = it.id and decided.committee_id = ${query.committeeId})`);
  if (query.priorityId)
    conditions.push(sql`exists (select 1 from recommendation_priority link
      where link.recommendation_id = it.id and link.priority_id = ${query.priorityId})`);
  return conditions;
}
