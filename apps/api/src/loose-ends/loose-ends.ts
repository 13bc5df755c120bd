import { Injectable } from '@nestjs/common';
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import {
  type LooseEnd,
  type LooseEndCounts,
  type LooseEndKind,
  looseEndKinds,
  type LooseEndPage,
} from '@runder-tisch/domain/loose-ends';
import type { LooseEndQuery } from '@runder-tisch/domain/loose-ends/loose-ends-requests';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { contributions } from '../contributions';
import { Database } from '../database/database';
import { page, PAGE_SIZE, readCursor } from '../database/keyset';
import { reference } from '../database/reference';
import { contains } from '../database/words';

/** Of these there are thousands, in an index in the order in which they wait: they are counted and turned there. */
const MANY: readonly LooseEndKind[] = ['WITHOUT_ANSWER'];

interface Part {
  kind: LooseEndKind;
  statement: Sql;
}

type Row = Omit<LooseEnd, 'id'> & { id: string | null; mark: string[]; total: number; counts: Counted[] };
interface Counted {
  kind: LooseEndKind;
  count: number;
}

/** What each area says is still open between a voice and its effect, in one list; what waits longest comes first. */
@Injectable()
export class LooseEnds {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** In one statement with the counts. What is written about an end is put together for those on the page alone. */
  async list(viewer: Viewer, query: LooseEndQuery): Promise<LooseEndPage> {
    const limit = query.limit ?? PAGE_SIZE;
    const most = raw(String(Math.trunc(limit) + 1));
    const cursor = readCursor(query.after, 3);
    const behind = cursor
      ? sql`(it.since, it.kind, it.id) > (${cursor[0]}::timestamptz, ${cursor[1]}::text, ${cursor[2]}::uuid)`
      : sql`true`;
    const conditions = [sql`true`];
    if (query.kind) conditions.push(sql`it.kind = ${query.kind}`);
    if (query.fieldId) conditions.push(sql`it."fieldId" = ${query.fieldId}`);
    if (query.search) conditions.push(contains(sql`it.title`, query.search));
    const wanted = join(conditions, ' and ');
    const looked = sql`it.kind, it.id, it.since, it."fieldId"${query.search ? sql`, it.title` : empty}`;
    const counted = sql`count(*)::int as count, (count(*) filter (where ${wanted}))::int as wanted`;

    const parts = this.parts(viewer);
    const all = united(parts.map(({ statement }) => statement));
    const few = united(parts.filter(({ kind }) => !MANY.includes(kind)).map(({ statement }) => statement));
    const many = parts.filter(({ kind }) => MANY.includes(kind)).map(({ statement }) => statement);
    const countedEach = united([
      sql`select it.kind, ${counted} from few it group by it.kind`,
      ...many.map((part) => sql`select min(it.kind), ${counted} from (${part}) it`),
    ]);
    const firstOfEach = united([
      sql`select * from few it where ${wanted} and ${behind}`,
      ...many.map(
        (part) =>
          sql`(select ${looked} from (${part}) it where ${wanted} and ${behind} order by it.since, it.id limit ${most})`,
      ),
    ]);
    const rows = await this.database.rows<Row>(sql`
      with few as materialized (select ${looked} from (${few}) it),
           counted as materialized (${countedEach}),
           page as (select * from (${firstOfEach}) it order by it.since, it.kind, it.id limit ${most})
      select it.kind, it.id, it.title, it.path, it.since, it.field, array[it.since::text, it.kind, it.id::text] as mark, told.total, told.counts
      from (select coalesce(sum(wanted), 0)::int as total, json_agg(json_build_object('kind', kind, 'count', count)) as counts from counted) told
        left join (
          select it.kind, it.id, it.since, written.title, written.path, ${reference('field_of_action')} as field
          from page it cross join lateral (
              select each.title, each.path from (${all}) each where each.kind = it.kind and each.id = it.id limit 1) written
            left join field_of_action on field_of_action.id = it."fieldId") it on true
      order by it.since, it.kind, it.id`);
    const counts = Object.fromEntries(looseEndKinds.map((kind) => [kind, 0])) as LooseEndCounts;
    for (const { kind, count } of rows[0]?.counts ?? []) if (count > 0) counts[kind] += count;
    const found = rows.flatMap((row) => (row.id === null ? [] : [{ ...row, id: row.id }]));
    return {
      ...page(
        found,
        limit,
        (row) => row.mark,
        ({ kind, id, title, path, since, field }): LooseEnd => ({ kind, id, title, path, since, field }),
        rows[0]?.total ?? 0,
      ),
      counts,
    };
  }

  /** One statement for each area and kind. */
  private parts(viewer: Viewer): Part[] {
    const now = this.clock.now();
    return contributions.flatMap(({ looseEnds = {} }) =>
      looseEndKinds.flatMap((kind) => {
        const statement = looseEnds[kind];
        return statement
          ? [
              {
                kind,
                statement: sql`select ${raw(`'${kind}'`)}::text as kind, part.* from (${statement(viewer, now)}) part (id, title, path, since, "fieldId")`,
              },
            ]
          : [];
      }),
    );
  }
}

const united = (statements: readonly Sql[]): Sql => join([...statements], ' union all ');
