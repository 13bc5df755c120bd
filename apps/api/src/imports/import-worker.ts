import { Injectable, type OnModuleInit } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { type ImportMove, importMoves, importProblems } from '@runder-tisch/domain/imports';
import { systemViewer, type Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { tryLock } from '../database/locks';
import { newId } from '../database/new-id';
import { oneIn, rowsIn } from '../database/rows';
import { Jobs } from '../jobs/jobs';
import { log } from '../log';
import { refused } from '../problem/problem';
import { Search } from '../search/search';
import { checkList } from './import-list';
import { type ImportRun, runColumns, targetNamed } from './import-run';
import type { ImportTarget } from './import-target';
import { ImportUndo } from './import-undo';
import { ChangedMeanwhile, ImportWrite } from './import-write';
import { ImportsService } from './imports.service';

const SECOND = 1000;
const LEASE_MS = 30 * SECOND;
const PAUSE_MS = 2 * SECOND;
/** Whoever dies of a list leaves it to the next; the third time it is set aside. */
const ATTEMPTS = 3;

/** Somebody stopped it, or another process took over. */
class Stopped extends Error {}

/** Another list is being written; nobody waits for it with a connection in their hand. */
class NotYet extends Error {}

/**
 * Checks, writes and takes back lists in the background. Each is one transaction: a process that is killed leaves
 * nothing, and when its lease has ended another one begins anew.
 */
@Injectable()
export class ImportWorker implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly search: Search,
    private readonly clock: Clock,
    private readonly imports: ImportsService,
  ) {}

  onModuleInit(): void {
    this.jobs.whenWaiting(
      'imports',
      (now) => sql`exists (select 1 from import_work join import_run on import_run.id = import_work.run_id
        where import_run.state in ('CHECKING', 'APPLYING', 'UNDOING') and (import_work.lease_until is null or import_work.lease_until < ${now}))`,
      () => this.runDue(),
    );
    this.jobs.every(3600 * SECOND, 'imports.forget', () => this.imports.forgetOld(systemViewer));
  }

  /** Does what waits, one import after the other; answers how many. */
  async runDue(): Promise<number> {
    for (let count = 0; ; count += 1) {
      const claimed = await this.claim();
      if (!claimed) return count;
      const { run, lease, attempts } = claimed;
      if (attempts > ATTEMPTS) await this.setAside(run, lease);
      else await this.work(run, lease);
    }
  }

  private async claim(): Promise<{ run: ImportRun; lease: string; attempts: number } | null> {
    const lease = newId();
    const now = this.clock.now();
    const run = await this.database.one<ImportRun & { attempts: number }>(sql`
      with due as (
        select import_work.run_id from import_work join import_run on import_run.id = import_work.run_id
        where state in ('CHECKING', 'APPLYING', 'UNDOING') and (lease_until is null or lease_until < ${now})
        order by import_run.created_at limit 1 for update of import_work skip locked),
      leased as (
        update import_work set lease = ${lease}, lease_until = ${new Date(now.getTime() + LEASE_MS)}, done = 0, attempts = attempts + 1
        from due where import_work.run_id = due.run_id returning import_work.run_id, attempts)
      select ${runColumns}, attempts from import_run join leased on leased.run_id = import_run.id`);
    return run ? { run, lease, attempts: run.attempts } : null;
  }

  private async work(run: ImportRun, lease: string): Promise<void> {
    const viewer = viewerOf(run);
    try {
      if (run.state === 'CHECKING') await this.check(viewer, run, lease);
      else if (run.state === 'APPLYING') await this.apply(viewer, run, lease);
      else await this.undo(viewer, run, lease);
    } catch (error) {
      if (error instanceof Stopped) return;
      if (error instanceof NotYet) return this.later(run, lease);
      await this.failed(viewer, run, lease, error);
    }
  }

  private check(viewer: Viewer, run: ImportRun, lease: string): Promise<void> {
    const target = targetNamed(run.target);
    return this.database.write(viewer, 'import.checked', async (tx) => {
      await checkList(tx, run, target, this.progress(run, lease, run.rowCount));
      await this.ended(tx, run, lease, 'finish');
    });
  }

  private apply(viewer: Viewer, run: ImportRun, lease: string): Promise<void> {
    const target = targetNamed(run.target);
    return this.database.write(viewer, 'import.applied', async (tx) => {
      await this.alone(tx);
      const written = await oneIn<{ count: number }>(
        tx,
        sql`select count(*)::int as count from import_entry where run_id = ${run.id} and decision in ('CREATE', 'MERGE')`,
      );
      const total = (written?.count ?? 0) + (target.join ? run.rowCount : 0);
      const progress = this.progress(run, lease, total);
      const now = this.clock.now();
      const result = await new ImportWrite(tx, run, target, this.search, now, progress).all();
      await rowsIn(
        tx,
        sql`update import_run set result = ${JSON.stringify(result)}::jsonb, applied_at = ${now} where id = ${run.id}`,
      );
      await this.ended(tx, run, lease, 'finish');
    });
  }

  private undo(viewer: Viewer, run: ImportRun, lease: string): Promise<void> {
    const target = targetNamed(run.target);
    return this.database.write(viewer, 'import.undone', async (tx) => {
      await this.alone(tx);
      const changes = await oneIn<{ count: number }>(
        tx,
        sql`select count(*)::int as count from import_change where run_id = ${run.id}`,
      );
      const progress = this.progress(run, lease, changes?.count ?? 0);
      const undo = await new ImportUndo(tx, run, target, this.search, progress).all();
      await rowsIn(
        tx,
        sql`update import_run set undo = ${JSON.stringify(undo)}::jsonb, undone_at = ${this.clock.now()} where id = ${run.id}`,
      );
      await this.ended(tx, run, lease, 'finish');
    });
  }

  /** Lists are written one after the other, so that two of them cannot make the same organisation twice. */
  private async alone(tx: EntityManager): Promise<void> {
    if (!(await tryLock(tx, 'importWriting'))) throw new NotYet();
  }

  private async later(run: ImportRun, lease: string): Promise<void> {
    await this.database.rows(sql`
      update import_work set lease = null, lease_until = ${new Date(this.clock.now().getTime() + PAUSE_MS)}, attempts = attempts - 1
      where run_id = ${run.id} and lease = ${lease}`);
  }

  /** Beside the transaction, so that the page sees it: how far it is. Ends the work when somebody stopped it. */
  private progress(run: ImportRun, lease: string, total: number): (done: number) => Promise<void> {
    return async (done) => {
      const until = new Date(this.clock.now().getTime() + LEASE_MS);
      const mine = await this.database.one(sql`
        update import_work set done = least(done + ${done}, ${total}), total = ${total}, lease_until = ${until}
        from import_run where import_work.run_id = ${run.id} and lease = ${lease} and import_run.id = import_work.run_id and state = ${run.state}
        returning import_work.run_id`);
      if (!mine) throw new Stopped();
    };
  }

  private async ended(
    tx: EntityManager,
    run: ImportRun,
    lease: string,
    move: ImportMove,
    note = '',
  ): Promise<void> {
    const { to, refusal } = importMoves.next(run.state, move);
    if (refusal) throw refused(importProblems, refusal);
    const mine = await rowsIn(
      tx,
      sql`update import_run set state = ${to}, note = ${note} from import_work
          where import_run.id = ${run.id} and import_run.state = ${run.state} and import_work.run_id = import_run.id and import_work.lease = ${lease}
          returning import_run.id`,
    );
    if (mine.length !== 1) throw new Stopped();
    await rowsIn(
      tx,
      sql`update import_work set lease = null, lease_until = null, attempts = 0 where run_id = ${run.id}`,
    );
  }

  /** Nothing was written; the list waits where it was before, with a sentence that says why. */
  private async failed(viewer: Viewer, run: ImportRun, lease: string, error: unknown): Promise<void> {
    const faster = error instanceof ChangedMeanwhile || breaks(targetNamed(run.target), error);
    if (!faster) log.error({ err: error, importRun: run.id }, 'import failed');
    const note = faster
      ? 'Inzwischen hat jemand anderes etwas davon angelegt oder geändert. Es wurde nichts übernommen. Bitte prüfen Sie die Liste noch einmal.'
      : 'Es ist ein Fehler aufgetreten. Es wurde nichts geändert. Bitte versuchen Sie es noch einmal.';
    await this.giveBack(viewer, run, lease, faster ? 'overtake' : 'cancel', note);
  }

  /** Three processes died of it, so it is not tried again by itself; what stands behind it goes on. */
  private async setAside(run: ImportRun, lease: string): Promise<void> {
    log.error({ importRun: run.id }, 'import set aside');
    const note =
      'Die Bearbeitung ist dreimal abgebrochen, wahrscheinlich ist die Liste zu groß. Es wurde nichts geändert. Bitte teilen Sie die Liste auf, oder sagen Sie der Administration Bescheid.';
    await this.giveBack(viewerOf(run), run, lease, 'cancel', note);
  }

  private async giveBack(
    viewer: Viewer,
    run: ImportRun,
    lease: string,
    move: ImportMove,
    note: string,
  ): Promise<void> {
    await this.database
      .write(viewer, 'import.failed', (tx) => this.ended(tx, run, lease, move, note))
      .catch((late: unknown) => {
        if (!(late instanceof Stopped)) throw late;
      });
  }
}

/** The changes stand in the log under the name of whoever pressed the button. */
function viewerOf(run: ImportRun): Viewer {
  return {
    ...systemViewer,
    ...(run.accountId ? { kind: 'account', accountId: run.accountId } : {}),
    displayName: run.byName,
  };
}

function breaks(target: ImportTarget, error: unknown): boolean {
  const cause = error as { constraint?: string; driverError?: { constraint?: string } };
  const constraint = cause.driverError?.constraint ?? cause.constraint;
  return constraint !== undefined && target.constraints.includes(constraint);
}
