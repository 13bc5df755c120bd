import { Injectable, type OnModuleInit } from '@nestjs/common';
import sql, { raw } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  mergeUndoDays,
  type MergeRunView,
  type MergeUndoView,
  mergeUndoUntil,
} from '@runder-tisch/domain/merge';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { oneIn, rowsIn } from '../database/rows';
import { Jobs } from '../jobs/jobs';
import { problem } from '../problem/problem';
import { Search } from '../search/search';
import { Merge } from './merge';
import { MergeUndo, type OwnRows } from './merge-undo';
import type { MergedKind } from './references';

const HOUR = 3_600_000;

interface Run {
  id: string;
  goneId: string;
  goneName: string;
  mergedBy: string;
  mergedAt: Date;
}

const columns = raw(
  `id, gone_id as "goneId", gone_name as "goneName", merged_by as "mergedBy", merged_at as "mergedAt"`,
);

/** Merges that can still be taken back. What that needs says much about people and is erased when its time is over. */
@Injectable()
export class MergeRuns implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly merge: Merge,
    private readonly search: Search,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(HOUR, 'merges.forget', () => this.forgetOld());
  }

  /** Those into this one, the newest first. */
  async into(kind: MergedKind, survivorId: string): Promise<MergeRunView[]> {
    const runs = await this.database.rows<Run>(
      sql`select ${columns} from merge_run
          where kind = ${kind} and survivor_id = ${survivorId} and merged_at > ${this.oldest()} order by merged_at desc, id desc`,
    );
    return runs.map((run) => ({
      id: run.id,
      goneName: run.goneName,
      by: run.mergedBy,
      at: run.mergedAt.toISOString(),
      until: mergeUndoUntil(run.mergedAt).toISOString(),
    }));
  }

  /**
   * Takes a merge back as far as nothing newer stands against it, inside the transaction of the use case, which has
   * locked the one that stayed. What the merge wrote to people stays written.
   */
  async undo(
    tx: EntityManager,
    viewer: Viewer,
    of: { kind: MergedKind; survivorId: string; runId: string },
    own: (goneName: string) => OwnRows,
  ): Promise<MergeUndoView> {
    const run = await oneIn<Run>(
      tx,
      sql`select ${columns} from merge_run
          where id = ${of.runId} and kind = ${of.kind} and survivor_id = ${of.survivorId} and merged_at > ${this.oldest()} for update`,
    );
    if (!run) throw problem(generalProblems, 'not-found');
    const undo = new MergeUndo(tx, run.id, { table: of.kind, ...own(run.goneName) });
    const { restored, rows, kept } = await undo.all();
    const left = await this.merge.undone(tx, viewer, rows);
    // In any case, so that an open form does not save over it.
    await rowsIn(tx, sql`update ${raw(of.kind)} set version = version + 1 where id = ${of.survivorId}`);
    await rowsIn(tx, sql`delete from merge_run where id = ${run.id}`);
    await this.search.refresh(tx, of.kind, [run.goneId, of.survivorId]);
    return { id: run.goneId, name: run.goneName, restored, kept: [...left, ...kept] };
  }

  /** Answers how many merges can no longer be taken back from now on. */
  async forgetOld(): Promise<number> {
    const gone = await this.database.rows(
      sql`delete from merge_run where merged_at <= ${this.oldest()} returning id`,
    );
    return gone.length;
  }

  private oldest(): Date {
    return new Date(this.clock.now().getTime() - mergeUndoDays * 24 * HOUR);
  }
}
