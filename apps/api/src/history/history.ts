import { Injectable } from '@nestjs/common';
import sql, { empty, join } from 'sql-template-tag';
import type { HistoryLine } from '@runder-tisch/domain/history';
import type { HistoryQuery } from '@runder-tisch/domain/history/history-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { formatShortDate } from '@runder-tisch/domain/time';
import type { Viewer } from '../access/viewer';
import { contributions } from '../contributions';
import { Database } from '../database/database';
import { visibleKind } from '../kinds';
import { page, PAGE_SIZE, readCursor } from '../database/keyset';

type Row = HistoryLine & { day: string | null; total: number; mark: string };

/** What happened with an organisation or a person: what each area tells, in one statement, newest first. */
@Injectable()
export class History {
  constructor(private readonly database: Database) {}

  async of(viewer: Viewer, query: HistoryQuery): Promise<Page<HistoryLine>> {
    const limit = query.limit ?? PAGE_SIZE;
    const cursor = readCursor(query.after, 3);
    await visibleKind(this.database, viewer, query.of, query.id);
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
