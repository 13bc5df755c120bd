import { Injectable } from '@nestjs/common';
import sql, { empty, join, raw } from 'sql-template-tag';
import type { HistoryLine } from '@runder-tisch/domain/history';
import type { HistoryQuery } from '@runder-tisch/domain/history/history-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { generalProblems } from '@runder-tisch/domain/problem';
import { formatShortDate } from '@runder-tisch/domain/time';
import type { Viewer } from '../access/viewer';
import { contributions } from '../contributions';
import { Database } from '../database/database';
import { page, PAGE_SIZE, readCursor } from '../database/keyset';
import { problem } from '../problem/problem';

type Row = HistoryLine & { day: string | null; total: number; mark: string };

/** What happened with an organisation or a person: what each area tells, in one statement, newest first. */
@Injectable()
export class History {
  constructor(private readonly database: Database) {}

  async of(viewer: Viewer, query: HistoryQuery): Promise<Page<HistoryLine>> {
    const limit = query.limit ?? PAGE_SIZE;
    const cursor = readCursor(query.after, 3);
    const kind = contributions.flatMap((it) => it.kinds ?? []).find((it) => it.kind === query.of);
    if (!kind) throw problem(generalProblems, 'not-found');
    await this.database.found(
      sql`select it.id from ${raw(kind.table)} it where it.id = ${query.id} and ${kind.visible(viewer)}`,
    );
    const parts = contributions.flatMap(({ history }) =>
      history ? [sql`(${history(viewer, { of: query.of, id: query.id })})`] : [],
    );
    const only = query.kind ? sql`where kind = ${query.kind}` : empty;
    const behind = cursor
      ? sql`where (at, kind, id) < (${cursor[0]}::timestamptz, ${cursor[1]}::text, ${cursor[2]}::uuid)`
      : empty;
    const rows = await this.database.rows<Row>(sql`
      with line as (
        select * from (${join(parts, ' union all ')}) told (kind, id, at, text, detail, day, path) ${only})
      select kind, id, at, at::text as mark, text, detail, day::text as day, path, (select count(*)::int from line) as total
      from line ${behind} order by at desc, kind desc, id desc limit ${limit + 1}`);
    return page(
      rows,
      limit,
      (row) => [row.mark, row.kind, row.id],
      ({ kind: told, id, at, text, detail, day, path }) => ({
        kind: told,
        id,
        at,
        text,
        detail: day ? `${detail} ${formatShortDate(day)}` : detail,
        path,
      }),
    );
  }
}
