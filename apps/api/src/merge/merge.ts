import { Injectable } from '@nestjs/common';
import sql, { raw } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { MergeMove } from '@runder-tisch/domain/merge';
import { generalProblems } from '@runder-tisch/domain/problem';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { rowsIn } from '../database/rows';
import { problem } from '../problem/problem';
import { Search } from '../search/search';
import { type MergedKind, referencesTo } from './references';
import { Unite } from './unite';

/** Two people or organisations become one: every link moves, the old address leads to the one that stays. */
@Injectable()
export class Merge {
  constructor(
    private readonly database: Database,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  /** What would move, counted by what it is called. */
  async preview(kind: MergedKind, gone: string): Promise<MergeMove[]> {
    const counts = new Map<string, number>();
    for (const { table, column, label } of referencesTo(kind)) {
      const [row] = await this.database.rows<{ count: number }>(
        sql`select count(*)::int as count from ${raw(table)} where ${raw(column)} = ${gone}`,
      );
      if (row?.count) counts.set(label, (counts.get(label) ?? 0) + row.count);
    }
    return [...counts].map(([label, count]) => ({ label, count }));
  }

  /** Inside the transaction of the use case: afterwards there is only one row. */
  async unite(tx: EntityManager, kind: MergedKind, gone: string, stays: string): Promise<void> {
    await this.lock(tx, kind, [gone, stays]);
    const unite = new Unite(tx);
    if (kind === 'person') await unite.people(gone, stays);
    else await unite.organisations(gone, stays);
    await rowsIn(tx, sql`delete from ${raw(kind)} where id = ${gone}`);
    await rowsIn(
      tx,
      sql`update merged_object set survivor_id = ${stays} where kind = ${kind} and survivor_id = ${gone}`,
    );
    await rowsIn(
      tx,
      sql`insert into merged_object (kind, id, survivor_id, merged_at) values (${kind}, ${gone}, ${stays}, ${this.clock.now()})`,
    );
    await this.search.refresh(tx, kind, [gone]);
  }

  /** Both rows, in one order, so that two merges at once wait for each other instead of locking up. */
  private async lock(tx: EntityManager, kind: MergedKind, ids: readonly string[]): Promise<void> {
    const rows = await rowsIn(
      tx,
      sql`select id from ${raw(kind)} where id = any(${[...ids]}::uuid[]) order by id for update`,
    );
    if (rows.length !== 2) throw problem(generalProblems, 'not-found');
  }
}
