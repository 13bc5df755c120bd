import { Injectable } from '@nestjs/common';
import sql, { raw } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { MergeJoin, MergeKept, MergeMove } from '@runder-tisch/domain/merge';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { rowsIn } from '../database/rows';
import { problem } from '../problem/problem';
import { Search } from '../search/search';
import { MergeLog } from './merge-log';
import { type MergedKind, mergeOf, referencesTo } from './references';
import { StoredTables } from './stored-tables';
import { joinsOf, Unite } from './unite';

export interface MergePair {
  kind: MergedKind;
  gone: string;
  stays: string;
}

export interface MergeTools {
  tx: EntityManager;
  viewer: Viewer;
  log: MergeLog;
  unite: Unite;
}

/** A row that a merge had taken away and that is there again. */
export interface RestoredRow {
  table: string;
  id: string;
}

/**
 * What an area does with two rows that are one now although no index says so, because somebody has to be told. Areas
 * register, so that the technical room need not know them.
 */
export interface MergeSettler {
  /** Locks what it will change, before anything moves: in the order in which its other use cases do. */
  prepare(tx: EntityManager, pair: MergePair): Promise<void>;
  /** Says of each place in which both stand what will be left. Of what the viewer may not see it names nothing. */
  preview(tx: EntityManager, viewer: Viewer, pair: MergePair): Promise<MergeJoin[]>;
  /** After everything has moved to the one that stays. */
  settle(tools: MergeTools, pair: MergePair): Promise<void>;
  /** After a merge was taken back: what is left to do for people. */
  undone(tx: EntityManager, viewer: Viewer, restored: readonly RestoredRow[]): Promise<MergeKept[]>;
}

/** What the area of the merged itself does with its own rows. */
export interface MergeOwn {
  /** What must be settled before anything moves. */
  before?: (log: MergeLog) => Promise<void>;
  /** The values that were chosen, once the other is gone. */
  values?: (log: MergeLog) => Promise<void>;
  goneName: string;
}

/** Two people or organisations become one: every link moves, the old address leads to the one that stays. */
@Injectable()
export class Merge {
  private readonly settlers: MergeSettler[] = [];

  constructor(
    private readonly database: Database,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  register(settler: MergeSettler): void {
    this.settlers.push(settler);
  }

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

  /** Where both stand in the same place, and what is left there. */
  previewJoins(viewer: Viewer, pair: MergePair): Promise<MergeJoin[]> {
    return this.database.read(async (tx) => {
      const joins: MergeJoin[] = [];
      for (const settler of this.settlers) joins.push(...(await settler.preview(tx, viewer, pair)));
      for (const { table, count } of await joinsOf(tx, pair.kind, pair.gone, pair.stays)) {
        const merge = mergeOf(table);
        if (!merge?.label) continue;
        const times = count === 1 ? 'einmal' : `${count}-mal`;
        const rule = merge.joins ?? 'von gleichen Einträgen bleibt einer';
        joins.push({ label: merge.label, says: `${times} beide am selben Ort: ${rule}` });
      }
      return joins;
    });
  }

  /** Before the two rows are locked, inside the transaction of the use case. */
  async prepare(tx: EntityManager, pair: MergePair): Promise<void> {
    for (const settler of this.settlers) await settler.prepare(tx, pair);
  }

  /** Inside the transaction of the use case: afterwards there is only one row, and a run that can be taken back. */
  async unite(tx: EntityManager, viewer: Viewer, pair: MergePair, own: MergeOwn): Promise<void> {
    const { kind, gone, stays } = pair;
    await this.lock(tx, pair);
    const runId = newId();
    await rowsIn(
      tx,
      sql`insert into merge_run (id, kind, gone_id, survivor_id, gone_name, merged_by, merged_at)
          values (${runId}, ${kind}, ${gone}, ${stays}, ${own.goneName}, ${viewer.displayName}, ${this.clock.now()})`,
    );
    const tables = new StoredTables(tx);
    const log = new MergeLog(tx, tables, runId);
    const unite = new Unite(tx, tables, log);
    await own.before?.(log);
    // What was found to be different from somebody who is no more says nothing; it would go with the row unseen.
    await log.remove('distinct_pair', sql`it.kind = ${kind} and ${gone}::uuid in (it.one_id, it.other_id)`);
    await unite.kind(kind, gone, stays);
    await this.redirect(log, pair);
    await own.values?.(log);
    for (const settler of this.settlers) await settler.settle({ tx, viewer, log, unite }, pair);
    await this.search.refresh(tx, kind, [gone, stays]);
  }

  /** Of areas that register: what a merge that was taken back leaves to do. */
  async undone(tx: EntityManager, viewer: Viewer, restored: readonly RestoredRow[]): Promise<MergeKept[]> {
    const kept: MergeKept[] = [];
    for (const settler of this.settlers) kept.push(...(await settler.undone(tx, viewer, restored)));
    return kept;
  }

  private async redirect(log: MergeLog, { kind, gone, stays }: MergePair): Promise<void> {
    await log.change(
      'merged_object',
      { survivor_id: sql`${stays}::uuid` },
      sql`it.kind = ${kind} and it.survivor_id = ${gone}::uuid`,
    );
    await log.add('merged_object', {
      kind,
      id: gone,
      survivor_id: stays,
      merged_at: this.clock.now().toISOString(),
    });
  }

  /** Both rows, in one order, so that two merges at once wait for each other instead of locking up. */
  private async lock(tx: EntityManager, { kind, gone, stays }: MergePair): Promise<void> {
    const rows = await rowsIn(
      tx,
      sql`select id from ${raw(kind)} where id = any(${[gone, stays]}::uuid[]) order by id for update`,
    );
    if (rows.length !== 2) throw problem(generalProblems, 'not-found');
  }
}
