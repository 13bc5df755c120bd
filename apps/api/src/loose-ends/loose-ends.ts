import { Injectable } from '@nestjs/common';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Page } from '@runder-tisch/domain/lists';
import {
  type LooseEnd,
  type LooseEndCounts,
  type LooseEndKind,
  looseEndKinds,
} from '@runder-tisch/domain/loose-ends';
import type { LooseEndQuery } from '@runder-tisch/domain/loose-ends/loose-ends-requests';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { contributions } from '../contributions';
import { Database } from '../database/database';
import { byId, listPage } from '../database/list-page';
import { reference } from '../database/reference';
import { contains } from '../database/words';

/** What each area says is still open between a voice and its effect, in one list; what waits longest comes first. */
@Injectable()
export class LooseEnds {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What is written about an end is put together for those on the page alone. */
  list(viewer: Viewer, query: LooseEndQuery): Promise<Page<LooseEnd>> {
    const conditions = [sql`true`];
    if (query.fieldId) conditions.push(sql`it."fieldId" = ${query.fieldId}`);
    if (query.search) conditions.push(contains(sql`it.title`, query.search));
    const all = joined(this.parts(viewer, query.kind));
    return listPage(this.database, query, {
      from: sql`(select it.kind, it.id, it.since, it."fieldId" from (${all}) it where ${join(conditions, ' and ')})`,
      where: [],
      once: true,
      order: [{ by: sql`it.since`, type: 'timestamptz' }, { by: sql`it.kind`, type: 'text' }, byId],
      columns: sql`it.kind, it.id, written.title, written.path, it.since, ${reference('field_of_action')} as field`,
      joins: sql`cross join lateral (select each.title, each.path from (${all}) each where each.kind = it.kind and each.id = it.id limit 1) written
        left join field_of_action on field_of_action.id = it."fieldId"`,
    });
  }

  async counts(viewer: Viewer): Promise<LooseEndCounts> {
    const counted = await this.database.rows<{ kind: LooseEndKind; count: number }>(
      joined(
        this.parts(viewer).map(
          (part) => sql`select min(kind) as kind, count(*)::int as count from (${part}) part`,
        ),
      ),
    );
    const counts = Object.fromEntries(looseEndKinds.map((kind) => [kind, 0])) as LooseEndCounts;
    for (const { kind, count } of counted) if (count > 0) counts[kind] += count;
    return counts;
  }

  /** One statement for each area and kind. */
  private parts(viewer: Viewer, kind?: LooseEndKind): Sql[] {
    const now = this.clock.now();
    return contributions.flatMap(({ looseEnds = {} }) =>
      looseEndKinds.flatMap((each) => {
        const statement = kind === undefined || kind === each ? looseEnds[each] : undefined;
        return statement
          ? [
              sql`select ${raw(`'${each}'`)}::text as kind, part.* from (${statement(viewer, now)}) part (id, title, path, since, "fieldId")`,
            ]
          : [];
      }),
    );
  }
}

const joined = (parts: readonly Sql[]): Sql => (parts.length > 0 ? join([...parts], ' union all ') : NONE);

/** No area knows this kind. */
const NONE = sql`select null::text as kind, null::uuid as id, null::text as title, null::text as path,
  null::timestamptz as since, null::uuid as "fieldId" where false`;
