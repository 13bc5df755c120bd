import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import type { Page } from '@runder-tisch/domain/lists';
import type { Database } from './database';
import { page, PAGE_SIZE, readCursor } from './keyset';

/** An expression over the alias `it` that is never null, and its type, so that a cursor can be compared with it. */
export interface SortKey {
  by: Sql;
  type: 'text' | 'uuid' | 'date' | 'timestamptz' | 'bigint';
}

export const byId: SortKey = { by: raw('it.id'), type: 'uuid' };

/** A column of words, in the order of German dictionaries. */
export function byWords(column: string): SortKey {
  return { by: raw(`it.${column} collate "de-x-icu"`), type: 'text' };
}

/** An instant or, for what has none, the end of time: undated rows stand where the latest do. */
export function byInstant(column: string): SortKey {
  return { by: raw(`coalesce(it.${column}, 'infinity'::timestamptz)`), type: 'timestamptz' };
}

export interface ListStatement {
  /** What the rest looks at more than once: `name as materialized (…),`. */
  first?: Sql;
  /** A table, or a statement in brackets; its rows are `it` in all the rest. */
  from: Sql;
  where: readonly Sql[];
  /** All in one direction; the last tells any two rows apart. */
  order: readonly SortKey[];
  descending?: boolean;
  /** What one row says, over `it` and what `joins` adds. */
  columns: Sql;
  joins?: Sql;
  /** Where the rows of the list can be counted more cheaply than by finding each: a scalar statement in brackets. */
  total?: Sql;
  /** Finding the rows costs more than keeping them: page and total look at what was found once. */
  once?: boolean;
}

/**
 * One page of a list in one statement: filter, total and page. What `columns` and `joins` look up is looked up for
 * the rows of the page alone.
 */
export async function listPage<Item extends object>(
  database: Database,
  query: { after?: string; limit?: number },
  {
    first = empty,
    from,
    where,
    order,
    descending = false,
    columns,
    joins = empty,
    total = sql`(select count(*)::int from matching)`,
    once = false,
  }: ListStatement,
): Promise<Page<Item>> {
  const limit = query.limit ?? PAGE_SIZE;
  // Written out: where the database does not know how few rows are wanted, it plans each page anew instead of once.
  const most = raw(String(Math.trunc(limit) + 1));
  const cursor = readCursor(query.after, order.length);
  const filter = where.length > 0 ? join(where, ' and ') : sql`true`;
  const keys = join(
    order.map((key) => key.by),
    ', ',
  );
  const behind = cursor
    ? sql`where (${keys}) ${raw(descending ? '<' : '>')} (${join(
        order.map(({ type }, index) => sql`${cursor[index]}::${raw(type)}`),
        ', ',
      )})`
    : empty;
  const sorted = join(
    order.map(({ by }) => sql`${by} ${raw(descending ? 'desc' : 'asc')}`),
    ', ',
  );
  const marks = join(
    order.map(({ by }) => sql`(${by})::text`),
    ', ',
  );
  const rows = await database.rows<Item & { mark: string[]; total: number }>(sql`
    with ${first} matching as ${raw(once ? 'materialized' : 'not materialized')} (select * from ${from} it where ${filter}),
         page as (select * from matching it ${behind} order by ${sorted} limit ${most})
    select ${columns}, array[${marks}] as mark, ${total} as total
    from page it ${joins} order by ${sorted}`);
  return page(
    rows,
    limit,
    (row) => row.mark,
    ({ mark: _mark, total: _total, ...item }) => item as unknown as Item,
  );
}
