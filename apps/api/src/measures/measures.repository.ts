import { Injectable } from '@nestjs/common';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { NamedReference, Page } from '@runder-tisch/domain/lists';
import { wholeList } from '@runder-tisch/domain/lists';
import {
  type CostView,
  type LinkableRecommendation,
  type MeasureListItem,
  type MeasureView,
  offeredMeasureMoves,
  type TimelineItem,
  type TimelineView,
} from '@runder-tisch/domain/measures';
import type { MeasureQuery } from '@runder-tisch/domain/measures/measures-requests';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { forChange } from '../database/for-change';
import { byId, listPage } from '../database/list-page';
import { personNameOf } from '../database/person-name';
import { reference } from '../database/reference';
import { contains } from '../database/words';
import { Measure } from './measure.entity';
import {
  type StoredStatus,
  silentUntil,
  statusFacts,
  statusFactsWithoutMilestones,
  statusSql,
  statusView,
} from './measure-status-sql';
import { changeableMeasures, ownMeasures, reportableMeasures, visibleMeasures } from './measures-access';

const LINKABLE = 20;
/** Bars that are drawn at once. */
const BARS = 500;

const linked = (alias: string): Sql =>
  sql`json_build_object('id', ${raw(alias)}.id, 'number', ${raw(alias)}.number, 'title', ${raw(alias)}.title)`;

type Stored = Omit<MeasureView, 'moves' | 'status'> & { facts: StoredStatus; evaluatedOn: string | null };

@Injectable()
export class MeasuresRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(viewer: Viewer, query: MeasureQuery): Promise<Page<MeasureListItem>> {
    const today = this.today();
    const page = await listPage<Omit<MeasureListItem, 'status'> & { facts: StoredStatus }>(
      this.database,
      query,
      {
        from: raw('measure'),
        where: this.matching(viewer, query),
        // What is due first stands first; what has no day, last.
        order: [{ by: sql`coalesce(it.due_on, '9999-12-31'::date)`, type: 'date' }, byId],
        columns: sql`it.id, it.number, it.kind, it.title, json_build_object('id', field.id, 'name', field.name) as field, ${reference('lead')} as lead,
          it.state, it.starts_on::text as "startsOn", it.due_on::text as "dueOn", ${statusFacts} as facts, ${silentUntil}::text as "silentUntil"`,
        joins: sql`join field_of_action field on field.id = it.field_id left join organisation lead on lead.id = it.lead_organisation_id`,
      },
    );
    return {
      ...page,
      items: page.items.map(({ facts, ...row }) => ({ ...row, status: statusView(facts, today) })),
    };
  }

  /** The organisations that lead what this viewer sees, for the filter. */
  async leads(viewer: Viewer): Promise<Page<NamedReference>> {
    return wholeList(
      await this.database.rows<NamedReference>(sql`
        select lead.id, lead.name from organisation lead
        where exists (select 1 from measure it where it.lead_organisation_id = lead.id and ${visibleMeasures(viewer)})
        order by lead.name collate "de-x-icu", lead.id`),
    );
  }

  async timeline(viewer: Viewer, query: MeasureQuery): Promise<TimelineView> {
    const today = this.today();
    const rows = await this.database.rows<
      Omit<TimelineItem, 'status' | 'reason'> & { facts: StoredStatus; total: number }
    >(sql`
      select it.id, it.number, it.title, it.kind, field.name as field, it.starts_on::text as "startsOn",
             coalesce(it.completed_on, it.due_on)::text as "endsOn", ${statusFactsWithoutMilestones} as facts, count(*) over ()::int as total,
             coalesce((select json_agg(json_build_object('title', milestone.title, 'dueOn', milestone.due_on, 'done', milestone.done_on is not null)
               order by milestone.due_on, milestone.title) from measure_milestone milestone where milestone.measure_id = it.id), '[]') as milestones
      from measure it join field_of_action field on field.id = it.field_id
      where ${join(this.matching(viewer, query), ' and ')}
      order by field.position, coalesce(it.starts_on, it.due_on) nulls last, it.number limit ${BARS}`);
    const items = rows.map(({ facts, total: _total, ...row }) => {
      const openMilestones = row.milestones.filter(({ done }) => !done);
      const { status, reason } = statusView({ ...facts, openMilestones }, today);
      return { ...row, status, reason };
    });
    return { today, items, total: rows[0]?.total ?? 0 };
  }

  async costs(viewer: Viewer, query: MeasureQuery): Promise<CostView> {
    const where = join(this.matching(viewer, query), ' and ');
    return this.database.found<CostView>(sql`
      with matching as materialized (select it.id, it.state, it.funding_source, it.cost_neutral from measure it where ${where}),
           known as materialized (
             select it.id, it.state, it.funding_source, cost.budget_year, cost.one_off, cost.yearly
             from measure_cost cost join matching it on it.id = cost.measure_id where cost.one_off + cost.yearly > 0),
           summed as (
             select budget_year, funding_source, state, sum(one_off) as one_off, sum(yearly) as yearly, count(*) as measures
             from known group by 1, 2, 3)
      select coalesce((select json_agg(json_build_object('year', budget_year, 'fundingSource', funding_source, 'state', state,
               'oneOff', one_off, 'yearly', yearly, 'measures', measures) order by budget_year, funding_source, state) from summed), '[]') as lines,
             count(*) filter (where cost_neutral)::int as "costNeutral",
             count(*) filter (where not cost_neutral and id not in (select id from known))::int as unknown,
             count(*)::int as total
      from matching`);
  }

  /** Recommendations that a measure can come from, the newest first; what was withdrawn is none any more. */
  async linkable(search: string): Promise<Page<LinkableRecommendation>> {
    return wholeList(
      await this.database.rows<LinkableRecommendation>(sql`
        select it.id, it.number, it.wording from recommendation it
        where it.state not in ('REJECTED', 'WITHDRAWN') and ${contains(sql`it.number || ' ' || it.wording`, search)}
        order by it.year desc, it.number desc, it.id limit ${LINKABLE}`),
    );
  }

  async find(viewer: Viewer, id: string): Promise<MeasureView> {
    const today = this.today();
    const { facts, evaluatedOn, ...found } = await this.database.found<Stored>(sql`
      select it.id, it.version, it.number, it.kind, it.title, it.description, it.target,
             json_build_object('id', field.id, 'name', field.name) as field, ${reference('lead')} as lead,
             ${reference('person', personNameOf('person'))} as "leadPerson",
             coalesce((select json_agg(json_build_object('id', partner.id, 'name', partner.name) order by partner.name collate "de-x-icu")
               from measure_partner join organisation partner on partner.id = measure_partner.organisation_id
               where measure_partner.measure_id = it.id), '[]') as partners,
             it.starts_on::text as "startsOn", it.due_on::text as "dueOn", it.completed_on::text as "completedOn",
             it.cost_neutral as "costNeutral", it.funding_source as "fundingSource", it.funder, it.funding_until::text as "fundingUntil",
             coalesce((select json_agg(json_build_object('year', cost.budget_year, 'oneOff', cost.one_off, 'yearly', cost.yearly) order by cost.budget_year)
               from measure_cost cost where cost.measure_id = it.id), '[]') as costs,
             coalesce((select json_agg(json_build_object('id', milestone.id, 'title', milestone.title, 'dueOn', milestone.due_on, 'doneOn', milestone.done_on)
               order by milestone.due_on, milestone.title) from measure_milestone milestone where milestone.measure_id = it.id), '[]') as milestones,
             coalesce((select json_agg(json_build_object('id', recommendation.id, 'number', recommendation.number, 'wording', recommendation.wording,
                 'state', recommendation.state, 'toCheck', link.fingerprint <> recommendation.fingerprint, 'acceptedBy', link.accepted_by,
                 'acceptedAt', to_json(link.accepted_at)) order by recommendation.number)
               from measure_recommendation link join recommendation on recommendation.id = link.recommendation_id
               where link.measure_id = it.id), '[]') as recommendations,
             it.state, it.state_reason as "stateReason", ${statusFacts} as facts,
             case when follower.id is not null then ${linked('follower')} end as "followedBy",
             coalesce((select json_agg(${linked('earlier')} order by earlier.number) from measure earlier where earlier.followed_by_id = it.id), '[]') as follows,
             case when it.carried_over_on is not null then json_build_object('on', it.carried_over_on, 'by', it.carried_over_by) end as "carriedOver",
             coalesce((select json_agg(json_build_object('id', report.id, 'standing', report.standing, 'words', report.words,
                 'expectedEnd', report.expected_end, 'reportedBy', report.reported_by, 'reportedAt', to_json(report.reported_at)) order by report.reported_at desc)
               from measure_progress report where report.measure_id = it.id), '[]') as progress,
             (select json_build_object('askedBy', request.asked_by, 'askedAt', to_json(request.asked_at), 'dueOn', request.due_on,
                 'remindedAt', to_json(request.reminded_at), 'silent', ${silentUntil} is not null)
               from measure_progress_request request where request.measure_id = it.id) as "progressRequest",
             ${changeableMeasures(viewer)} as "mayChange",
             coalesce(${reportableMeasures(viewer)}, false) and it.state in ('APPROVED', 'IN_PROGRESS', 'ON_HOLD') as "mayReport",
             (select evaluation.evaluated_on::text from evaluation where evaluation.measure_id = it.id and trim(evaluation.conclusion) <> '') as "evaluatedOn"
      from measure it join field_of_action field on field.id = it.field_id left join organisation lead on lead.id = it.lead_organisation_id
        left join person on person.id = it.lead_person_id left join measure follower on follower.id = it.followed_by_id
      where it.id = ${id} and ${visibleMeasures(viewer)}`);
    const moves = found.mayChange
      ? offeredMeasureMoves(found.state, { kind: found.kind, evaluatedOn, today })
      : [];
    return { ...found, status: statusView(facts, today), moves };
  }

  /** Locked for a change by this viewer. */
  async toChange(tx: EntityManager, viewer: Viewer, id: string): Promise<Measure> {
    const rights = { table: 'measure', visible: visibleMeasures(viewer), may: changeableMeasures(viewer) };
    await forChange(tx, rights, id);
    return tx.findOneByOrFail(Measure, { id });
  }

  /** The conditions of list, timeline, costs and sheet. */
  matching(viewer: Viewer, query: MeasureQuery): Sql[] {
    const conditions = [visibleMeasures(viewer)];
    if (query.search)
      conditions.push(contains(sql`it.number || ' ' || it.title || ' ' || it.target`, query.search));
    if (query.fieldId) conditions.push(sql`it.field_id = ${query.fieldId}`);
    if (query.leadId) conditions.push(sql`it.lead_organisation_id = ${query.leadId}`);
    if (query.recommendationId)
      conditions.push(sql`exists (select 1 from measure_recommendation link
        where link.measure_id = it.id and link.recommendation_id = ${query.recommendationId})`);
    if (query.state) conditions.push(sql`it.state = ${query.state}`);
    if (query.kind) conditions.push(sql`it.kind = ${query.kind}`);
    if (query.status) conditions.push(sql`${statusSql(this.today())} = ${query.status}`);
    if (query.silent) conditions.push(sql`${silentUntil} is not null`);
    if (query.own) conditions.push(ownMeasures(viewer));
    return conditions;
  }

  private today(): string {
    return berlinDay(this.clock.now());
  }
}
