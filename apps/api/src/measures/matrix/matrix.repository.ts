import { Injectable } from '@nestjs/common';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Page } from '@runder-tisch/domain/lists';
import {
  MATRIX_COLUMNS,
  matrixAxes,
  type MatrixHead,
  type MatrixOverview,
  type MatrixRow,
  type MatrixStep,
  type MatrixStepCounts,
  matrixStepOf,
  matrixSteps,
  type MatrixView,
} from '@runder-tisch/domain/measures/matrix';
import type { MatrixOverviewQuery, MatrixQuery } from '@runder-tisch/domain/measures/matrix/matrix-requests';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { byId, listPage } from '../../database/list-page';
import { reference } from '../../database/reference';
import { type Axis, axes, linksOf, reasonOf } from './matrix-axes';

/** One step in one direction for one viewer. */
interface Plan {
  rows: Axis;
  columns: Axis;
  links: Sql;
  /** Over the alias `link`: its end in the rows, and that in the columns. */
  rowEnd: Sql;
  columnEnd: Sql;
  /** What stands in rows and in columns at all, over the alias `it`. */
  rowsShown: readonly Sql[];
  columnsShown: readonly Sql[];
  /** Of columns, those that are one although no row is linked to them. */
  emptyColumns: readonly Sql[] | null;
  rowReason: Sql;
  columnReason: Sql;
}

export interface Columns {
  items: MatrixHead[];
  total: number;
  before: number;
}

/** What leads to what: rows and columns are what the viewer may see of two kinds, marks are the links between them. */
@Injectable()
export class MatrixRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async view(viewer: Viewer, query: MatrixQuery, most = MATRIX_COLUMNS): Promise<MatrixView> {
    const { step, direction } = matrixStepOf(query);
    const plan = this.plan(viewer, step, query);
    const columns = await this.columns(plan, query.columnsBefore ?? 0, most);
    const rows = await this.rows(plan, query, columns.items);
    return {
      ...rows,
      step,
      direction,
      columns: columns.items,
      columnsTotal: columns.total,
      columnsBefore: columns.before,
    };
  }

  /** Of every step how many there are in its rows, lead on, are gaps, are to be checked. */
  async overview(viewer: Viewer, query: MatrixOverviewQuery): Promise<MatrixOverview> {
    const parts = matrixSteps.map((step) => {
      const plan = this.plan(viewer, step, query);
      return sql`select ${step}::text as step, count(*)::int as total, count(linked.id)::int as linked,
               (count(*) filter (where linked.id is null and ${plan.rowReason} is null))::int as gaps,
               (count(*) filter (where linked.to_check))::int as "toCheck"
        from ${plan.rows.from} it left join (
          select ${plan.rowEnd} as id, bool_or(link.to_check) as to_check from (${plan.links}) link
          where ${columnSeen(plan)} group by 1) linked on linked.id = it.id
        where ${join(plan.rowsShown, ' and ')}`;
    });
    return { steps: await this.database.rows<MatrixStepCounts>(sql`${join(parts, ' union all ')}`) };
  }

  private plan(viewer: Viewer, step: MatrixStep, query: MatrixOverviewQuery): Plan {
    const { direction } = matrixStepOf(query);
    const kinds = matrixAxes(step, direction);
    const [rows, columns] = [axes[kinds.rows], axes[kinds.columns]];
    const ends = direction === 'FORWARDS' ? ['link.from_id', 'link.to_id'] : ['link.to_id', 'link.from_id'];
    const standing = (axis: Axis): Sql[] => [axis.stands, axis.visible(viewer)];
    // What is no object of its own has neither field nor day: there the choice is that of its columns.
    const [rowScope, columnScope] = [scopeOf(rows, query), scopeOf(columns, query)];
    const ofColumns = rows.field === null;
    return {
      rows,
      columns,
      links: linksOf(step, berlinDay(this.clock.now())),
      rowEnd: raw(ends[0] ?? ''),
      columnEnd: raw(ends[1] ?? ''),
      rowsShown: [...standing(rows), ...(ofColumns ? [] : rowScope)],
      columnsShown: [...standing(columns), ...(ofColumns ? columnScope : [])],
      emptyColumns: columns.many ? null : columnScope,
      rowReason: reasonOf(step, direction),
      columnReason: reasonOf(step, direction === 'FORWARDS' ? 'BACKWARDS' : 'FORWARDS'),
    };
  }

  /** Those that rows of the choice are linked to first, then the empty ones. */
  private async columns(plan: Plan, before: number, most: number): Promise<Columns> {
    const { columns: axis, emptyColumns } = plan;
    const empty = emptyColumns ? sql`or ${all(emptyColumns)}` : sql``;
    const sorted = sql`order by (shown.count = 0), shown.since desc, shown.id desc`;
    const found = await this.database.rows<MatrixHead & { total: number; before: number }>(sql`
      with linked as materialized (
        select ${plan.columnEnd} as id, count(distinct ${plan.rowEnd})::int as count from (${plan.links}) link
        where ${rowSeen(plan)} group by 1),
      shown as materialized (
        select it.id, ${raw(axis.since)} as since, coalesce(linked.count, 0) as count
        from ${axis.from} it left join linked on linked.id = it.id
        where ${all(plan.columnsShown)} and (linked.count > 0 ${empty})),
      counted as (select count(*)::int as total from shown),
      page as (select shown.*, counted.total, begins.before from counted
        cross join lateral (select least(${before}::int, greatest(counted.total - 1, 0) / ${most}::int * ${most}::int) as before) begins
        cross join lateral (select shown.* from shown ${sorted} limit ${most} offset begins.before) shown)
      select it.id, ${raw(axis.number)} as number, ${raw(axis.title)} as title, ${reference('field_of_action')} as field, shown.count,
             case when shown.count > 0 or exists (select 1 from (${plan.links}) link where ${plan.columnEnd} = it.id) then 'LINKED'
               when ${plan.columnReason} is null then 'GAP' else 'NOT_NEEDED' end as outcome,
             ${plan.columnReason} as reason, shown.total, shown.before
      from page shown join ${axis.from} it on it.id = shown.id ${fieldOf(axis)} ${sorted}`);
    return {
      items: found.map(({ total: _total, before: _before, ...head }) => head),
      total: found[0]?.total ?? 0,
      before: found[0]?.before ?? 0,
    };
  }

  private rows(plan: Plan, query: MatrixQuery, columns: readonly MatrixHead[]): Promise<Page<MatrixRow>> {
    const { rows: axis } = plan;
    const ofRow = sql`${plan.rowEnd} = it.id`;
    const conditions = [...plan.rowsShown];
    if (query.show === 'GAPS')
      conditions.push(sql`${plan.rowReason} is null and not exists (
        select 1 from (${plan.links}) link where ${ofRow} and ${columnSeen(plan)})`);
    if (query.show === 'TO_CHECK')
      conditions.push(
        sql`it.id in (select ${plan.rowEnd} from (${plan.links}) link where link.to_check and ${columnSeen(plan)})`,
      );
    return listPage<MatrixRow>(this.database, query, {
      from: axis.from,
      where: conditions,
      order: [{ by: raw(axis.since), type: 'timestamptz' }, byId],
      descending: true,
      columns: sql`it.id, ${raw(axis.number)} as number, ${raw(axis.title)} as title, ${reference('field_of_action')} as field,
        linked.count, linked.to_check as "toCheck",
        case when linked.count > 0 then 'LINKED' when ${plan.rowReason} is null then 'GAP' else 'NOT_NEEDED' end as outcome,
        ${plan.rowReason} as reason, marked.cells`,
      joins: sql`${fieldOf(axis)}
        cross join lateral (select count(distinct ${plan.columnEnd})::int as count,
            (count(distinct ${plan.columnEnd}) filter (where link.to_check))::int as to_check
          from (${plan.links}) link where ${ofRow} and ${columnSeen(plan)}) linked
        cross join lateral (select coalesce(json_agg(json_build_object('columnId', cell.id, 'direct', cell.direct, 'through', cell.through,
            'toCheck', cell.to_check, 'since', cell.since, 'acceptedBy', cell.accepted_by, 'acceptedAt', cell.accepted_at)), '[]') as cells
          from (select ${plan.columnEnd} as id, bool_or(link.through = '') as direct, bool_or(link.to_check) as to_check, min(link.since) as since,
              coalesce(string_agg(link.through, ', ' order by link.through) filter (where link.through <> ''), '') as through,
              (array_agg(link.accepted_by order by link.accepted_at desc nulls last))[1] as accepted_by, max(link.accepted_at) as accepted_at
            from (${plan.links}) link
            where ${ofRow} and ${plan.columnEnd} = any(${columns.map(({ id }) => id)}::uuid[]) group by 1) cell) marked`,
    });
  }
}

const all = (conditions: readonly Sql[]): Sql =>
  conditions.length ? sql`(${join(conditions, ' and ')})` : sql`true`;

/** Field and period the rows are cut down to. */
function scopeOf(axis: Axis, { fieldId, from, until }: MatrixOverviewQuery): Sql[] {
  if (axis.field === null) return [];
  const scope: Sql[] = [];
  if (fieldId) scope.push(sql`${raw(axis.field)} = ${fieldId}`);
  if (from || until) scope.push(axis.within({ from: from ?? '1990-01-01', until: until ?? '2200-12-31' }));
  return scope;
}

/** Over the alias `link`: its other end is one that rows may be linked to. */
function columnSeen({ columns, columnEnd, columnsShown }: Plan): Sql {
  return sql`exists (select 1 from ${columns.from} it where it.id = ${columnEnd} and ${all(columnsShown)})`;
}

function rowSeen({ rows, rowEnd, rowsShown }: Plan): Sql {
  return sql`exists (select 1 from ${rows.from} it where it.id = ${rowEnd} and ${all(rowsShown)})`;
}

function fieldOf(axis: Axis): Sql {
  return sql`left join field_of_action on field_of_action.id = ${axis.field === null ? raw('null::uuid') : raw(axis.field)}`;
}
