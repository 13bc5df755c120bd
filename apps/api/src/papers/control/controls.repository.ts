import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { mayWith, rolesWith } from '@runder-tisch/domain/accounts';
import { type NamedReference, type Page, wholeList } from '@runder-tisch/domain/lists';
import {
  type ControlFactsView,
  type ControlListItem,
  controlLimits,
  type ControlReportView,
  type ControlUnit,
  type ControlView,
  offeredControlMoves,
} from '@runder-tisch/domain/papers/control';
import type { ControlQuery } from '@runder-tisch/domain/papers/control/control-requests';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { forChange } from '../../database/for-change';
import { byId, listPage } from '../../database/list-page';
import { personNameOf } from '../../database/person-name';
import { reference } from '../../database/reference';
import { rowsIn } from '../../database/rows';
import { foldedContain } from '../../database/words';
import { ControlReport, ResolutionControl } from './control.entity';
import { currentControls, measuresOf, overdueOn } from './control-sql';

type Stored = Omit<ControlView, 'moves' | 'reports' | 'reportedAt'> & {
  reportedAt: string | Date;
  reports: (Omit<ControlReportView, 'at'> & { at: string })[];
};

@Injectable()
export class ControlsRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What is overdue first, then delayed, open, standing, done; within each by its day. */
  list(viewer: Viewer, query: ControlQuery): Promise<Page<ControlListItem>> {
    const overdue = overdueOn(this.today());
    return listPage(this.database, query, {
      from: currentControls(viewer),
      where: this.filters(query, overdue),
      order: [
        {
          by: sql`case when ${overdue} then 0::bigint else case it.state when 'DELAYED' then 1::bigint when 'STANDING' then 3::bigint
                  when 'DONE' then 4::bigint else 2::bigint end end`,
          type: 'bigint',
        },
        { by: sql`coalesce(it.due_on, it.next_on, '9999-12-31'::date)`, type: 'date' },
        byId,
      ],
      once: true,
      joins: withNames,
      columns: this.columns(viewer, overdue),
    });
  }

  /** All of these, for a file. */
  async all(viewer: Viewer, query: ControlQuery): Promise<readonly ControlListItem[]> {
    const { items } = await this.list(viewer, { ...query, limit: controlLimits.exported });
    return items;
  }

  /** The units in charge of what is under control, for the filter. */
  async units(viewer: Viewer): Promise<Page<ControlUnit>> {
    return wholeList(
      await this.database.rows<ControlUnit>(sql`
        select it.unit, count(*)::int as count from ${currentControls(viewer)} it where it.unit <> ''
        group by it.unit order by it.unit collate "de-x-icu"`),
    );
  }

  /** Whom one can name: those with an account that may report. */
  async people(): Promise<Page<NamedReference>> {
    return wholeList(
      await this.database.rows<NamedReference>(sql`
        select person.id, ${personNameOf('person')} as name from person where ${followsUp}
        order by person.family_name collate "de-x-icu", person.given_name collate "de-x-icu", person.id`),
    );
  }

  async mayFollowUp(tx: EntityManager, personId: string): Promise<boolean> {
    const found = await rowsIn(
      tx,
      sql`select 1 from person where person.id = ${personId} and ${followsUp} for share of person`,
    );
    return found.length > 0;
  }

  async find(viewer: Viewer, id: string): Promise<ControlView> {
    const { reports, responsibles, reportedAt, ...found } = await this.database.found<Stored>(sql`
      select ${this.columns(viewer, overdueOn(this.today()))}, ${may(viewer)} as "mayChange",
        array(select by_hand.measure_id from control_measure by_hand where by_hand.control_id = it.id order by 1) as "measureIds",
        (select json_agg(json_build_object('id', report.id, 'at', report.reported_at, 'by', report.reported_by, 'state', report.state,
          'words', report.words, 'unit', report.unit, 'dueOn', report.due_on, 'nextOn', report.next_on)
          order by report.reported_at desc, report.id desc) from control_report report where report.control_id = it.id) as reports,
        coalesce((select json_agg(json_build_object('id', named.id, 'at', named.named_at, 'by', named.named_by,
          'person', ${reference('somebody', personNameOf('somebody'))}) order by named.named_at desc, named.id desc)
          from control_responsible named left join person somebody on somebody.id = named.person_id where named.control_id = it.id), '[]') as responsibles
      from ${currentControls(viewer)} it ${withNames} where it.id = ${id}`);
    return {
      ...found,
      reportedAt: new Date(reportedAt).toISOString(),
      // JSON of the database has its own way to write instants.
      reports: reports.map((report) => ({ ...report, at: new Date(report.at).toISOString() })),
      responsibles: responsibles.map((named) => ({ ...named, at: new Date(named.at).toISOString() })),
      moves: found.mayChange
        ? offeredControlMoves(found.state, { measures: found.measures.length, follows: found.follows })
        : [],
    };
  }

  /** Locked for a change, with its newest report. */
  async toChange(
    tx: EntityManager,
    viewer: Viewer,
    id: string,
  ): Promise<{ control: ResolutionControl; report: ControlReport }> {
    const rights = may(viewer);
    await forChange(tx, { table: 'resolution_control', visible: rights, may: rights }, id);
    const control = await tx.findOneByOrFail(ResolutionControl, { id });
    return { control, report: await tx.findOneByOrFail(ControlReport, { id: control.currentReportId }) };
  }

  private columns(viewer: Viewer, overdue: Sql): Sql {
    return sql`it.id, it.version, json_build_object('id', it.paper_id, 'number', paper.number, 'title', paper.title) as paper,
      ${reference('committee')} as committee, consultation.resolution_number as "resolutionNumber", consultation.decided_on::text as "decidedOn", paper.applicant,
      paper.confidential, it.unit, it.due_on::text as "dueOn", it.next_on::text as "nextOn", it.every_months as "everyMonths", it.state, report.words,
      report.follows, report.reported_at as "reportedAt", ${overdue} as overdue, ${reference('person', personNameOf('person'))} as responsible,
      ${measuresOf(viewer, 'own.control_id', 'own.paper_id')} as measures`;
  }

  private filters(query: ControlQuery, overdue: Sql): Sql[] {
    const conditions: Sql[] = [];
    if (query.search)
      conditions.push(sql`exists (select 1 from paper_consultation consultation join paper on paper.id = consultation.paper_id
        where consultation.id = it.consultation_id and ${foldedContain(
          sql`paper.words || ' ' || fold(consultation.resolution_number || ' ' || it.unit)`,
          query.search,
        )})`);
    if (query.committeeId) conditions.push(sql`it.committee_id = ${query.committeeId}`);
    if (query.state) conditions.push(sql`it.state = ${query.state}`);
    if (query.unit) conditions.push(sql`it.unit = ${query.unit}`);
    if (query.overdue) conditions.push(overdue);
    return conditions;
  }

  private today(): string {
    return berlinDay(this.clock.now());
  }
}

/** `own` names the row where a statement inside calls something else `it`. */
const withNames = sql`join control_report report on report.id = it.current_report_id join paper_consultation consultation on consultation.id = it.consultation_id
  join paper on paper.id = it.paper_id join committee on committee.id = it.committee_id left join person on person.id = it.responsible_person_id
  cross join lateral (select it.id as control_id, it.paper_id) own`;

/** Where the database handed out instants as JSON or as dates. */
export function withInstant<Row extends Pick<ControlFactsView, 'reportedAt'>>(row: Row): Row {
  return { ...row, reportedAt: new Date(row.reportedAt).toISOString() };
}

/** Who changes papers, and the house itself where measures tell how it stands. */
function may(viewer: Viewer): Sql {
  return mayWith(viewer.roles, 'paper:change') || viewer.kind === 'system' ? sql`true` : sql`false`;
}

/** Over `person`: somebody with an account of those who report on resolutions. */
const followsUp = sql`exists (select 1 from account where account.person_id = person.id and account.disabled_at is null
  and account.roles && ${[...rolesWith('paper:change')]}::text[])`;
