import { Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  type FindingLink,
  findingProblems,
  type PriorityListItem,
  priorityMoves,
  type PriorityView,
} from '@runder-tisch/domain/findings';
import type { PriorityQuery } from '@runder-tisch/domain/findings/findings-requests';
import type { Page } from '@runder-tisch/domain/lists';
import type { Viewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { firstWords } from '../../database/first-words';
import { forChange } from '../../database/for-change';
import { byId, listPage, type SortKey } from '../../database/list-page';
import { reference } from '../../database/reference';
import { rowsIn } from '../../database/rows';
import { contains } from '../../database/words';
import { problem } from '../../problem/problem';
import {
  mayChangeFindings,
  priorityRights,
  visibleFindings,
  visiblePriorities,
  visibleRecommendations,
} from '../findings-access';
import { ActionPriority } from '../findings.entity';
import { visiblePrioritisations } from '../prioritisation/prioritisation-access';
import { rankedOptions } from '../prioritisation/prioritisations.repository';
import { trustColumns } from '../trusted-links';

const findingCount = sql`(select count(*)::int from priority_finding where priority_finding.priority_id = it.id)`;
/** Recommendations derived from it that are still meant. */
const recommendationCount = sql`(select count(*)::int from recommendation_priority
  join recommendation on recommendation.id = recommendation_priority.recommendation_id and recommendation.state <> 'WITHDRAWN'
  where recommendation_priority.priority_id = it.id)`;

@Injectable()
export class PrioritiesRepository {
  constructor(private readonly database: Database) {}

  list(viewer: Viewer, query: PriorityQuery): Promise<Page<PriorityListItem>> {
    return listPage(this.database, query, {
      from: raw('action_priority'),
      where: [visiblePriorities(viewer), ...filters(query)],
      order: [
        ...(query.order === 'points' ? byLatestPoints(viewer) : []),
        { by: sql`it.created_at`, type: 'timestamptz' },
        byId,
      ],
      descending: true,
      columns: sql`it.id, it.number, it.title, it.state, ${reference('field_of_action')} as field,
        (select json_build_object('prioritisationId', ranked.prioritisation_id, 'points', ranked.points, 'rank', ranked.rank,
             'tied', ranked.tied, 'of', ranked.of) from (${rankedOptions}) ranked
           join (${latestVote(viewer)}) vote on vote.id = ranked.prioritisation_id and vote.priority_id = ranked.priority_id) as "latestPoints",
        ${findingCount} as "findingCount", ${recommendationCount} as "recommendationCount",
        (select count(*)::int from priority_finding link join finding on finding.id = link.finding_id
         where link.priority_id = it.id and link.fingerprint <> finding.fingerprint) as "toCheckCount"`,
      joins: sql`join field_of_action on field_of_action.id = it.field_id`,
    });
  }

  async find(viewer: Viewer, id: string): Promise<PriorityView> {
    const [found, findings] = await Promise.all([
      this.database.found<Omit<PriorityView, 'moves' | 'findings'> & { recommendationCount: number }>(sql`
        select it.id, it.version, it.number, it.title, it.state, it.description, it.without_voice as "withoutVoice",
               it.dropped_reason as "droppedReason", it.created_at as "createdAt", ${reference('field_of_action')} as field,
               coalesce((select json_agg(json_build_object('id', derived.id, 'number', derived.number,
                   'excerpt', derived.excerpt, 'state', derived.state) order by derived.number)
                 from (select it.id, it.number, ${raw(firstWords('it.wording', 160))} as excerpt, it.state, link.priority_id
                   from recommendation_priority link join recommendation it on it.id = link.recommendation_id
                   where ${visibleRecommendations(viewer)}) derived where derived.priority_id = it.id), '[]') as recommendations,
               ${recommendationCount} as "recommendationCount", ${mayChangeFindings(viewer)} as "mayChange"
        from action_priority it join field_of_action on field_of_action.id = it.field_id
        where it.id = ${id} and ${visiblePriorities(viewer)}`),
      this.database.rows<FindingLink>(sql`
        select it.id, it.number, it.statement, it.state, ${trustColumns('link', 'it')}
        from priority_finding link join finding it on it.id = link.finding_id
        where link.priority_id = ${id} and ${visibleFindings(viewer)} order by link.since, it.number`),
    ]);
    const { recommendationCount: count, ...view } = found;
    const facts = { recommendationCount: count, reason: '?' };
    return { ...view, findings, moves: view.mayChange ? priorityMoves.open(view.state, facts) : [] };
  }

  /** Locked for a change by this viewer, with what its moves look at. */
  async toChange(
    tx: EntityManager,
    viewer: Viewer,
    id: string,
  ): Promise<ActionPriority & { recommendationCount: number }> {
    const counted = await forChange<{ recommendationCount: number }>(
      tx,
      priorityRights(viewer),
      id,
      sql`${recommendationCount} as "recommendationCount"`,
    );
    const { recommendationCount: count } = counted;
    return Object.assign(await tx.findOneByOrFail(ActionPriority, { id }), { recommendationCount: count });
  }

  /** Makes these the Befunde it rests on; what stays keeps its fingerprint, so that a change is not overlooked. */
  async replaceFindings(
    tx: EntityManager,
    id: string,
    findingIds: readonly string[],
    now: Date,
  ): Promise<void> {
    await rowsIn(
      tx,
      sql`delete from priority_finding where priority_id = ${id} and finding_id <> all(${findingIds}::uuid[])`,
    );
    const there = await rowsIn(
      tx,
      sql`select it.id from finding it where it.id = any(${findingIds}::uuid[])
          and (it.state <> 'DROPPED' or exists (select 1 from priority_finding
            where priority_finding.priority_id = ${id} and priority_finding.finding_id = it.id)) for share of it`,
    );
    if (there.length < findingIds.length)
      throw problem(findingProblems, 'priority-finding-unknown', 'findingIds');
    await rowsIn(
      tx,
      sql`insert into priority_finding (priority_id, finding_id, fingerprint, since)
          select ${id}::uuid, finding.id, finding.fingerprint, ${now}::timestamptz from finding
          where finding.id = any(${findingIds}::uuid[]) on conflict do nothing`,
    );
  }

  /** Whether a recommendation that is still meant would be left without any Befund, if this priority had none. */
  async isNeededWithFinding(tx: EntityManager, id: string): Promise<boolean> {
    const needed = await rowsIn(
      tx,
      sql`select 1 from recommendation_priority mine
          join recommendation on recommendation.id = mine.recommendation_id
            and recommendation.state <> 'WITHDRAWN' and recommendation.earlier_plan = ''
          where mine.priority_id = ${id} and not exists (
            select 1 from recommendation_priority other
            join priority_finding on priority_finding.priority_id = other.priority_id
            where other.recommendation_id = mine.recommendation_id and other.priority_id <> ${id})
          limit 1`,
    );
    return needed.length > 0;
  }
}

/** The vote held last in which a Schwerpunkt (`it`) stood, for those who read Punktabfragen. */
function latestVote(viewer: Viewer): Sql {
  return sql`select vote.id, vote.closed_at, option.priority_id, option.points
    from prioritisation_option option join prioritisation vote on vote.id = option.prioritisation_id
    where option.priority_id = it.id and vote.state = 'CLOSED'
      and vote.id in (select it.id from prioritisation it where ${visiblePrioritisations(viewer)})
    order by vote.closed_at desc, vote.id limit 1`;
}

/** Points of different votes do not compare: the last vote stands first, and in it who got most. */
function byLatestPoints(viewer: Viewer): SortKey[] {
  return [
    {
      by: sql`coalesce((select latest.closed_at from (${latestVote(viewer)}) latest), '-infinity'::timestamptz)`,
      type: 'timestamptz',
    },
    {
      by: sql`coalesce((select latest.points from (${latestVote(viewer)}) latest), -1)::bigint`,
      type: 'bigint',
    },
  ];
}

function filters(query: PriorityQuery): Sql[] {
  const conditions: Sql[] = [];
  if (query.search)
    conditions.push(contains(sql`it.number || ' ' || it.title || ' ' || it.description`, query.search));
  if (query.state) conditions.push(sql`it.state = ${query.state}`);
  if (query.fieldId) conditions.push(sql`it.field_id = ${query.fieldId}`);
  if (query.findingId)
    conditions.push(sql`exists (select 1 from priority_finding
      where priority_finding.priority_id = it.id and priority_finding.finding_id = ${query.findingId})`);
  return conditions;
}
