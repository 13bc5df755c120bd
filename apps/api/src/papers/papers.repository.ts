import { Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { Page } from '@runder-tisch/domain/lists';
import {
  type PaperCourse,
  type PaperListItem,
  paperMoves,
  paperVerbs,
  type PaperView,
} from '@runder-tisch/domain/papers';
import type { PaperQuery } from '@runder-tisch/domain/papers/papers-requests';
import type { Viewer } from '../access/viewer';
import { Database } from '../database/database';
import { firstWords } from '../database/first-words';
import { forChange } from '../database/for-change';
import { byId, listPage } from '../database/list-page';
import { foldedContain } from '../database/words';
import { visibleRecommendations } from '../findings/findings-access';
import { visibleMeetings } from '../meetings/meetings-access';
import { visibleControls } from './control/control-sql';
import { Paper } from './paper.entity';
import { changeablePapers, visiblePapers } from './papers-access';

const EXCERPT = 160;

/** Counts its moves look at. */
const course = sql`
  (select count(*)::int from paper_consultation consultation where consultation.paper_id = it.id
     and consultation.role = 'DECIDING' and consultation.result is null) as deciding,
  (select count(*)::int from paper_consultation consultation where consultation.paper_id = it.id and consultation.result is not null) as results,
  (select count(*)::int from paper_recommendation link join recommendation on recommendation.id = link.recommendation_id
   where link.paper_id = it.id and recommendation.state = 'DRAFT') as "draftRecommendations"`;

/** The body whose turn it is, otherwise the last one that consulted. */
const nextBody = sql`left join lateral (
  select committee.id, committee.name, coalesce(consultation.decided_on, consultation.planned_on)::text as day
  from paper_consultation consultation join committee on committee.id = consultation.committee_id
  where consultation.paper_id = it.id
  order by consultation.result is not null, case when consultation.result is null then consultation.position else -consultation.position end limit 1) body on true`;

@Injectable()
export class PapersRepository {
  constructor(private readonly database: Database) {}

  list(viewer: Viewer, query: PaperQuery): Promise<Page<PaperListItem>> {
    return listPage(this.database, query, {
      from: raw('paper'),
      where: [visiblePapers(viewer), ...filters(query)],
      order: [{ by: sql`it.created_at`, type: 'timestamptz' }, byId],
      descending: true,
      columns: sql`it.id, it.number, it.title, it.state, it.confidential, it.applicant, it.unit, body.day as "on",
        case when body.id is null then null else json_build_object('id', body.id, 'name', body.name) end as body`,
      joins: nextBody,
    });
  }

  async find(viewer: Viewer, id: string): Promise<PaperView> {
    const { deciding, results, draftRecommendations, ...found } = await this.database.found<
      Omit<PaperView, 'moves'> & Omit<PaperCourse, 'proposal' | 'reason'>
    >(sql`
      select it.id, it.version, it.number, it.title, it.proposal, it.reasoning, it.applicant, it.unit, it.council_link as "councilLink",
             it.confidential, it.state, it.withdrawn_reason as "withdrawnReason", it.created_at as "createdAt",
             ${changeablePapers(viewer)} as "mayChange", ${course},
             coalesce((select json_agg(json_build_object('id', consultation.id, 'version', consultation.version,
                 'committee', json_build_object('id', committee.id, 'name', committee.name), 'role', consultation.role,
                 'plannedOn', consultation.planned_on, 'session', session.of, 'result', consultation.result, 'decidedOn', consultation.decided_on,
                 'votesYes', consultation.votes_yes, 'votesNo', consultation.votes_no, 'votesAbstained', consultation.votes_abstained,
                 'wording', consultation.wording, 'reason', consultation.reason, 'resolutionNumber', consultation.resolution_number,
                 'control', (${controlOf(viewer)}))
                 order by consultation.position)
               from paper_consultation consultation join committee on committee.id = consultation.committee_id
                 left join lateral (${sessionOf(viewer)}) session on true
               where consultation.paper_id = it.id), '[]') as consultations,
             (${recommendationsOf(viewer)}) as recommendations
      from paper it where it.id = ${id} and ${visiblePapers(viewer)}`);
    const facts = { ...found, deciding, results, draftRecommendations, reason: '?' };
    const open: readonly string[] = found.mayChange ? paperMoves.open(found.state, facts) : [];
    return { ...found, moves: paperVerbs.filter((move) => open.includes(move)) };
  }

  /** Locked for a change by this viewer, with what its moves look at. */
  async toChange(
    tx: EntityManager,
    viewer: Viewer,
    id: string,
  ): Promise<Paper & Omit<PaperCourse, 'proposal' | 'reason'>> {
    const rights = { table: 'paper', visible: visiblePapers(viewer), may: changeablePapers(viewer) };
    const counts = await forChange<Omit<PaperCourse, 'proposal' | 'reason'>>(tx, rights, id, course);
    return Object.assign(await tx.findOneByOrFail(Paper, { id }), counts);
  }
}

/** The session in which `consultation` takes place, where this viewer sees it. */
function sessionOf(viewer: Viewer): Sql {
  return sql`select json_build_object('id', it.id, 'title', it.title, 'startsAt', to_json(it.starts_at), 'state', it.state, 'agendaItem', item.title) as of
    from agenda_item item join meeting it on it.id = item.meeting_id
    where item.id = consultation.agenda_item_id and ${visibleMeetings(viewer)}`;
}

/** What became of the resolution of `consultation` on the paper `it`. */
function controlOf(viewer: Viewer): Sql {
  return sql`select json_build_object('id', control.id, 'state', report.state, 'words', report.words, 'dueOn', report.due_on, 'nextOn', report.next_on)
    from resolution_control control join control_report report on report.id = control.current_report_id
    where control.consultation_id = consultation.id and ${visibleControls(viewer)}`;
}

/** The recommendations on which the paper `it` decides. */
function recommendationsOf(viewer: Viewer): Sql {
  return sql`select coalesce(json_agg(json_build_object('id', linked.id, 'number', linked.number, 'excerpt', linked.excerpt, 'state', linked.state)
      order by linked.number), '[]')
    from paper_recommendation link cross join lateral (
      select it.id, it.number, it.state, ${raw(firstWords('it.wording', EXCERPT))} as excerpt
      from recommendation it where it.id = link.recommendation_id and ${visibleRecommendations(viewer)}) linked
    where link.paper_id = it.id`;
}

function filters(query: PaperQuery): Sql[] {
  const conditions: Sql[] = [];
  if (query.search) conditions.push(foldedContain(sql`it.words || ' ' || fold(it.unit)`, query.search));
  if (query.state) conditions.push(sql`it.state = ${query.state}`);
  if (query.committeeId)
    conditions.push(sql`exists (select 1 from paper_consultation consultation
      where consultation.paper_id = it.id and consultation.committee_id = ${query.committeeId})`);
  if (query.recommendationId)
    conditions.push(sql`exists (select 1 from paper_recommendation link
      where link.paper_id = it.id and link.recommendation_id = ${query.recommendationId})`);
  return conditions;
}
