import { Injectable } from '@nestjs/common';
import sql, { join, raw } from 'sql-template-tag';
import type { Belonging } from '@runder-tisch/domain/belongings';
import type { Viewer } from '../access/viewer';
import { Database } from '../database/database';
import { kinds, visibleKind } from '../kinds';

/** Counted no further: whoever wants the whole number opens the list. */
const MAX_COUNTED = 1000;

/** What each area has about an object of an area on its left, as far as the viewer may see it. */
@Injectable()
export class Belongings {
  constructor(private readonly database: Database) {}

  async of(viewer: Viewer, kindName: string, id: string): Promise<Belonging[]> {
    await visibleKind(this.database, viewer, kindName, id);
    const lists = kinds.flatMap(({ kind, label, table, visible, list }) => {
      const filtered = list?.of[kindName];
      return list && filtered ? [{ kind, one: label, many: list.label, table, visible, ...filtered }] : [];
    });
    if (lists.length === 0) return [];
    const counts = join(
      lists.map(
        ({ kind, table, visible, where, rows }) => sql`
          select ${kind}::text as kind, count(*)::int as count from (
            select from ${rows ? sql`(${rows(sql`${id}::uuid`)})` : raw(table)} it
            where ${rows ? sql`true` : where(sql`${id}::uuid`)} and ${visible(viewer)} limit ${MAX_COUNTED + 1}) counted`,
      ),
      ' union all ',
    );
    const rows = await this.database.rows<{ kind: string; count: number }>(counts);
    return lists.flatMap(({ kind, one, many, path }) => {
      const count = rows.find((row) => row.kind === kind)?.count ?? 0;
      const atLeast = count > MAX_COUNTED;
      return count > 0
        ? [
            {
              kind,
              label: count === 1 ? one : many,
              count: Math.min(count, MAX_COUNTED),
              atLeast,
              path: path.replace(':id', id),
            },
          ]
        : [];
    });
  }
}
