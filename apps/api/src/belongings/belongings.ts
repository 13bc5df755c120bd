import { Injectable } from '@nestjs/common';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Belonging } from '@runder-tisch/domain/belongings';
import type { Viewer } from '../access/viewer';
import { Database } from '../database/database';
import { kindNamed, kinds } from '../kinds';

/** Counted no further: whoever wants the whole number opens the list. */
const MAX_COUNTED = 1000;
// Written out: where the database does not know how many are wanted, it plans for all of them.
const LIMIT = raw(String(MAX_COUNTED + 1));

/** What each area has about an object of an area on its left, as far as the viewer may see it. */
@Injectable()
export class Belongings {
  constructor(private readonly database: Database) {}

  async of(viewer: Viewer, kindName: string, id: string): Promise<Belonging[]> {
    const here = kindNamed(kindName);
    const lists = kinds.flatMap(({ kind, label, table, visible, list }) => {
      const filtered = list?.of[kindName];
      return list && filtered ? [{ kind, one: label, many: list.label, table, visible, ...filtered }] : [];
    });
    const counts = (): Sql =>
      join(
        lists.map(
          ({ kind, table, visible, where, rows }) => sql`
          select ${kind}::text as kind, count(*)::int as count from (
            select from ${rows ? sql`(${rows(sql`${id}::uuid`)})` : raw(table)} it
            where ${rows ? sql`true` : where(sql`${id}::uuid`)} and ${visible(viewer)} limit ${LIMIT}) counted`,
        ),
        ' union all ',
      );
    const { counted } = await this.database.found<{ counted: Record<string, number> | null }>(sql`
      select ${lists.length ? sql`(select json_object_agg(counted.kind, counted.count) from (${counts()}) counted)` : sql`null::json`} as counted
      from ${raw(here.table)} it where it.id = ${id} and ${here.visible(viewer)}`);
    return lists.flatMap(({ kind, one, many, path }) => {
      const count = counted?.[kind] ?? 0;
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
