import { Injectable } from '@nestjs/common';
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
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
import {
  type Axis,
  axes,
  type KnownEnd,
  knownInPairs,
  linksOf,
  openOf,
  pairsOf,
  reasonOf,
  toCheckOf,
} from './matrix-axes';

/** One step in one direction for one viewer. */
interface Plan {
  rows: Axis;
  columns: Axis;
  step: MatrixStep;
  links: Sql;
  /** Links that are worked out and not looked up: a statement that asks for them more than once keeps them. */
  workedOut: boolean;
  /** Over the alias `link`. */
  toCheck: Sql;
  /** Over the alias `link`: its end in the rows, and that in the columns. */
  rowEnd: Sql;
  columnEnd: Sql;
  /** What stands in rows and in columns at all, over the alias `it`. */
  rowsShown: readonly Sql[];
  columnsShown: readonly Sql[];
  /** Of columns, those that are one although no row is linked to them. */
  emptyColumns: readonly Sql[] | null;
  /** Over the alias `link`: its end in the rows, or in the columns, is one of those that stand there. */
  rowSeen: Sql;
  columnSeen: Sql;
  rowReason: Sql;
  columnReason: Sql;
  /** Over the alias `it`: a row without a link is a gap; null where each is. */
  rowOpen: Sql | null;
  /** The same over the alias `link`, where the pairs know it. */
  rowOpenInPairs: Sql | null;
  /** Over the alias `link`: where the column stands among the others, where the pairs know it. */
  columnSinceInPairs: Sql | null;
  /** What counts the rows without reading each; null where they have to be read. */
  rowsCounted: Sql | null;
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
      const counted = counts(this.plan(viewer, step, query));
      return sql`select ${step}::text as step, every.total, linked.total as linked, every.open - linked.open as gaps,
        linked.to_check as "toCheck" from ${counted}`;
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
    const rowsShown = [...standing(rows), ...(ofColumns ? [] : rowScope)];
    const columnsShown = [...standing(columns), ...(ofColumns ? columnScope : [])];
    const scope = ofColumns ? columnScope : rowScope;
    // Only of those it is about.
    const judged =
      step === 'MEASURE_VERDICT' && scope.length > 0
        ? sql`select it.id, it.state from measure it where ${all(ofColumns ? columnsShown : rowsShown)}`
        : undefined;
    const [rowEnd, columnEnd] = [raw(ends[0] ?? ''), raw(ends[1] ?? '')];
    const knownRow = knownInPairs(step, kinds.rows, viewer);
    const knownColumn = knownInPairs(step, kinds.columns, viewer);
    return {
      rows,
      columns,
      step,
      links: linksOf(step, berlinDay(this.clock.now()), judged),
      toCheck: toCheckOf(step),
      workedOut: step === 'MEASURE_VERDICT',
      rowEnd,
      columnEnd,
      rowsShown,
      columnsShown,
      rowSeen: endSeen(rows, knownRow, rowEnd, rowsShown, ofColumns ? {} : query),
      columnSeen: endSeen(columns, knownColumn, columnEnd, columnsShown, ofColumns ? query : {}),
      columnSinceInPairs: knownColumn?.since ?? null,
      emptyColumns: columns.many ? null : columnScope,
      rowReason: reasonOf(step, direction),
      rowOpen: openOf(step, direction),
      // What rests on an argument has evidence.
      rowOpenInPairs:
        step === 'ARGUMENT_FINDING' && direction === 'BACKWARDS' ? sql`false` : (knownRow?.open ?? null),
      rowsCounted: query.from || query.until ? null : (rows.counted?.(viewer) ?? null),
      columnReason: reasonOf(step, direction === 'FORWARDS' ? 'BACKWARDS' : 'FORWARDS'),
    };
  }

  /** Those that rows of the choice are linked to first, then the empty ones. */
  private async columns(plan: Plan, before: number, most: number): Promise<Columns> {
    const { columns: axis, emptyColumns, columnSinceInPairs: since } = plan;
    const [first, links] = plan.workedOut ? kept(plan.links) : [empty, plan.links];
    // Written out: where the database does not know how few columns are wanted, it plans each page anew.
    const limit = raw(String(Math.trunc(most)));
    const sorted = sql`order by (shown.count = 0), shown.since desc, shown.id desc`;
    const shown = emptyColumns
      ? sql`select it.id, ${raw(axis.since)} as since, coalesce(linked.count, 0) as count
          from ${axis.from} it left join linked on linked.id = it.id
          where ${all(plan.columnsShown)} and (linked.count > 0 or ${all(emptyColumns)})`
      : since
        ? sql`select linked.id, linked.since, linked.count from linked`
        : sql`select linked.id, it.since, linked.count from linked cross join lateral (
            ${oneOf(axis, sql`${raw(axis.since)} as since`, sql`linked.id`, plan.columnsShown)}) it`;
    const found = await this.database.rows<MatrixHead & { total: number; before: number }>(sql`
      with ${first} linked as materialized (
        select ${plan.columnEnd} as id, count(*)::int as count${since ? sql`, min(${since}) as since` : empty}
        from (${pairsOf(plan.step, links)}) link where ${plan.rowSeen} and ${since ? plan.columnSeen : sql`true`} group by 1),
      shown as materialized (${shown}),
      counted as (select count(*)::int as total from shown),
      page as (select shown.*, counted.total, begins.before from counted
        cross join lateral (select least(${before}::int, greatest(counted.total - 1, 0) / ${limit} * ${limit}) as before) begins
        cross join lateral (select shown.* from shown ${sorted} limit ${limit} offset begins.before) shown)
      select it.id, ${raw(axis.number)} as number, ${raw(axis.title)} as title, ${reference('field_of_action')} as field, shown.count,
             case when shown.count > 0 or exists (select 1 from (${pairsOf(plan.step, links)}) link where ${plan.columnEnd} = it.id) then 'LINKED'
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
    const [first, links] = plan.workedOut && axis.field === null ? kept(plan.links) : [empty, plan.links];
    const columnOfRow = oneSeen(plan.columns, plan.columnEnd, plan.columnsShown);
    const conditions = [...plan.rowsShown];
    const pairs = pairsOf(plan.step, links);
    const linkedOnes = sql`select ${plan.rowEnd} from (${pairs}) link where ${plan.columnSeen}`;
    if (query.show === 'GAPS')
      conditions.push(sql`${plan.rowOpen ?? sql`true`} and it.id not in (${linkedOnes})`);
    if (query.show === 'TO_CHECK')
      conditions.push(sql`it.id in (select ${plan.rowEnd} from (
        select link.* from (${pairs}) link where link.source_changed offset 0) link where ${plan.columnSeen} and ${plan.rowSeen})`);
    const total =
      query.show === 'GAPS'
        ? sql`(select every.open - linked.open from ${counts(plan)})`
        : query.show === undefined && plan.rowsCounted
          ? sql`(select coalesce(sum(it.count), 0)::int from ${plan.rowsCounted} it where ${all(plan.rowsShown)})`
          : undefined;
    return listPage<MatrixRow>(this.database, query, {
      first,
      from: axis.from,
      where: conditions,
      ...(total ? { total } : {}),
      order: [{ by: raw(axis.since), type: 'timestamptz' }, byId],
      descending: true,
      columns: sql`it.id, ${raw(axis.number)} as number, ${raw(axis.title)} as title, ${reference('field_of_action')} as field,
        linked.count, linked.to_check as "toCheck",
        case when linked.count > 0 then 'LINKED' when ${plan.rowReason} is null then 'GAP' else 'NOT_NEEDED' end as outcome,
        ${plan.rowReason} as reason, marked.cells`,
      joins: sql`${fieldOf(axis)}
        cross join lateral (select count(*)::int as count, (count(*) filter (where link.source_changed))::int as to_check
          from (${pairs}) link where ${ofRow} and ${columnOfRow}) linked
        cross join lateral (select coalesce(json_agg(json_build_object('columnId', cell.id, 'direct', cell.direct, 'through', cell.through,
            'toCheck', cell.to_check, 'since', cell.since, 'acceptedBy', cell.accepted_by, 'acceptedAt', cell.accepted_at)), '[]') as cells
          from (select ${plan.columnEnd} as id, bool_or(link.through = '') as direct, bool_or(${plan.toCheck}) as to_check, min(link.since) as since,
              coalesce(string_agg(link.through, ', ' order by link.through) filter (where link.through <> ''), '') as through,
              (array_agg(link.accepted_by order by link.accepted_at desc nulls last))[1] as accepted_by, max(link.accepted_at) as accepted_at
            from (${links}) link
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

/** For statements over all pairs: where these know their end themselves, it is not looked up. */
function endSeen(
  axis: Axis,
  known: KnownEnd | null,
  end: Sql,
  shown: readonly Sql[],
  { fieldId, from, until }: MatrixOverviewQuery,
): Sql {
  if (!known || from || until || (fieldId && !known.field)) return oneSeen(axis, end, shown);
  return fieldId ? sql`(${known.stands} and ${known.field} = ${fieldId})` : known.stands;
}

function oneSeen(axis: Axis, end: Sql, shown: readonly Sql[]): Sql {
  return sql`exists (select 1 from ${axis.from} it where it.id = ${end} and ${all(shown)})`;
}

/** The one with this id: looked up by it, whatever the database believes how many are asked for. */
function oneOf(axis: Axis, columns: Sql, id: Sql, shown: readonly Sql[]): Sql {
  return sql`select ${columns} from ${axis.from} it where it.id = ${id} and ${all(shown)} offset 0`;
}

/** To stand behind `from`: `every` (`total, open`) counts all rows, `linked` (`to_check` as well) those with a link. */
function counts(plan: Plan): Sql {
  const { rows, rowsShown, rowsCounted, rowOpen, rowOpenInPairs } = plan;
  const each = rowsCounted ? sql`it.count` : sql`1`;
  const sum = (condition: Sql): Sql => sql`coalesce(sum(${each}) filter (where ${condition}), 0)::int`;
  // Of what there is much, only those with a link are looked up; everything else is read through faster.
  const open =
    rowOpen && !rowOpenInPairs
      ? rows.many
        ? sql`left join lateral (${oneOf(rows, sql`true as open`, sql`linked.id`, [rowOpen])}) it on true`
        : sql`left join (select it.id, true as open from ${rows.from} it where ${rowOpen}) it on it.id = linked.id`
      : empty;
  return sql`(select coalesce(sum(${each}), 0)::int as total, ${sum(rowOpen ?? sql`true`)} as open
      from ${rowsCounted ?? rows.from} it where ${all(rowsShown)}) every,
    (select count(*)::int as total, (count(*) filter (where ${raw(open === empty ? 'linked.open' : 'it.open')}))::int as open,
            (count(*) filter (where linked.to_check))::int as to_check
      from (select ${plan.rowEnd} as id, bool_or(link.source_changed) as to_check, bool_or(${rowOpenInPairs ?? sql`true`}) as open
        from (${pairsOf(plan.step, plan.links)}) link where ${plan.columnSeen} and ${plan.rowSeen} group by 1) linked ${open}) linked`;
}

/** A statement that begins with these works them out once. */
function kept(links: Sql): [first: Sql, links: Sql] {
  return [sql`kept as materialized (${links}),`, sql`select * from kept`];
}

function fieldOf(axis: Axis): Sql {
  return sql`left join field_of_action on field_of_action.id = ${axis.field === null ? raw('null::uuid') : raw(axis.field)}`;
}
