import { Injectable, type OnModuleInit } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  carriedAnswers,
  dashAnswersOf,
  derivationsFor,
  isPopulationTable,
} from '@runder-tisch/domain/indicators/imports';
import { indicatorProblems } from '@runder-tisch/domain/indicators';
import { type FigureImportTask, type FigurePreview } from '@runder-tisch/domain/indicators/imports';
import { RefusedTable } from '@runder-tisch/domain/indicators/read-value';
import { berlinDay } from '@runder-tisch/domain/time';
import { systemViewer, type Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { waitFor } from '../../database/locks';
import { newId } from '../../database/new-id';
import { rowsIn } from '../../database/rows';
import { Files } from '../../files/files';
import { Jobs } from '../../jobs/jobs';
import { log } from '../../log';
import { DataTests } from '../tests/data-tests';
import { takeBack, takeOver } from './figure-candidates';
import { keepFigures, knownIndicators, readFile } from './read-figures';
import { renewRates } from './rates-anew';
import { WrittenFigures } from './written-figures';

const SECOND = 1000;
const LEASE_MS = 90 * SECOND;
/** Whoever dies of a file leaves it to the next; the third time it is set aside. */
const ATTEMPTS = 3;
const KEPT_DAYS = 30;

interface Claimed {
  id: string;
  task: FigureImportTask;
  attempts: number;
  fileId: string | null;
  fileName: string;
  sha256: string;
  accountId: string | null;
  byName: string;
  answers: Record<string, string>;
  preview: FigurePreview | null;
  lease: string;
}

/** Another process took over, or somebody discarded it. */
class Stopped extends Error {}

/**
 * Reads tables of figures, takes them over and takes them back in the background. Each is one transaction: whoever is
 * killed leaves nothing, and when its lease has ended another one begins anew.
 */
@Injectable()
export class FigureImportWorker implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly files: Files,
    private readonly written: WrittenFigures,
    private readonly tests: DataTests,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.whenWaiting(
      'figures',
      (now) =>
        sql`exists (select 1 from data_import_work where task is not null and (lease_until is null or lease_until < ${now}))`,
      () => this.runDue(),
    );
    // Whoever tells an indicator differently has its values tested by that.
    this.jobs.heavy(600 * SECOND, 'figures.test', () => this.tests.renewDue());
    this.jobs.every(3600 * SECOND, 'figures.forget', () => this.forgetOld(systemViewer));
  }

  /** What nobody took over in a month is discarded. */
  async forgetOld(viewer: Viewer): Promise<void> {
    await this.database.write(viewer, 'figures.forget', async (tx) => {
      const old = await rowsIn<{ id: string; fileId: string | null }>(
        tx,
        sql`update data_import it set state = 'DISCARDED', note = 'Nach 30 Tagen nicht übernommen.'
            where it.state = 'CHECKED' and it.created_at < ${this.clock.now()}::timestamptz - make_interval(days => ${KEPT_DAYS}::int)
              and exists (select 1 from data_import_work work where work.import_id = it.id and work.task is null)
            returning it.id, it.file_id as "fileId"`,
      );
      await rowsIn(
        tx,
        sql`delete from data_import_value where import_id = any(${old.map((it) => it.id)}::uuid[])`,
      );
      for (const { fileId } of old) if (fileId) await this.files.remove(tx, fileId);
    });
  }

  /** Does what waits, one import after the other; answers how many. */
  async runDue(): Promise<number> {
    for (let count = 0; ; count += 1) {
      const claimed = await this.claim();
      if (!claimed) {
        if (count > 0) await this.tests.renewDue();
        return count;
      }
      await this.work(claimed);
    }
  }

  private async claim(): Promise<Claimed | undefined> {
    const lease = newId();
    const now = this.clock.now();
    const found = await this.database.one<Omit<Claimed, 'lease'>>(sql`
      with due as (
        select import_id from data_import_work where task is not null and (lease_until is null or lease_until < ${now})
        order by import_id limit 1 for update skip locked),
      leased as (
        update data_import_work set lease = ${lease}, lease_until = ${new Date(now.getTime() + LEASE_MS)}, done = 0, attempts = attempts + 1
        from due where data_import_work.import_id = due.import_id returning data_import_work.*)
      select it.id, leased.task, leased.attempts, leased.answers, leased.preview, it.file_id as "fileId", it.file_name as "fileName", it.sha256, it.account_id as "accountId",
             it.by_name as "byName"
      from leased join data_import it on it.id = leased.import_id`);
    return found && { ...found, lease };
  }

  private async work(it: Claimed): Promise<void> {
    const viewer = viewerOf(it);
    try {
      if (it.attempts > ATTEMPTS)
        throw new RefusedTable(
          'set-aside',
          'Die Bearbeitung ist dreimal abgebrochen. Es wurde nichts geändert.',
        );
      await this.beating(it, () =>
        it.task === 'READ'
          ? this.read(viewer, it)
          : it.task === 'WRITE'
            ? this.write(viewer, it)
            : this.undo(viewer, it),
      );
    } catch (error) {
      if (error instanceof Stopped) return;
      await this.failed(viewer, it, error);
    }
  }

  private async read(viewer: Viewer, it: Claimed): Promise<void> {
    const { fileId } = it;
    if (!fileId) throw new RefusedTable('file-gone', 'Die Datei ist nicht mehr da.');
    const before = it.preview?.notices ?? [];
    const known = await knownIndicators(this.database);
    const file = await readFile(
      this.database,
      () => this.files.parts(fileId),
      {
        today: berlinDay(this.clock.now()),
        dashes: dashAnswersOf(before, it.answers),
        fileName: it.fileName,
      },
      (table) => isPopulationTable(table) || derivationsFor(table).length > 0,
    );
    await this.database.write(viewer, 'figures.checked', async (tx) => {
      const { preview, count } = await keepFigures(tx, it.id, file, known, (done) =>
        this.progress(it, done, file.table?.count ?? 0),
      );
      await rowsIn(
        tx,
        sql`update data_import set state = 'CHECKED', note = '', row_count = ${count}, profile = ${preview.table || preview.title.slice(0, 80)}
            where id = ${it.id}`,
      );
      const answers = carriedAnswers(before, it.answers, preview.notices);
      await rowsIn(
        tx,
        sql`update data_import_work set answers = ${JSON.stringify(answers)}::jsonb where import_id = ${it.id}`,
      );
      await this.ended(tx, it, preview);
    });
  }

  private async write(viewer: Viewer, it: Claimed): Promise<void> {
    const known = await knownIndicators(this.database);
    await this.database.write(viewer, 'figures.written', async (tx) => {
      await waitFor(tx, 'figureWriting');
      await this.applyAnswers(tx, it);
      const at = this.clock.now();
      // What they would have been; what they become is worked out from what stands there now.
      await rowsIn(tx, sql`delete from data_import_value where import_id = ${it.id} and recomputed`);
      const { written, superseded, unchanged } = await takeOver(tx, it.id, at);
      const recomputed = await renewRates(tx, it.id, known, at);
      await rowsIn(
        tx,
        sql`update data_import set state = 'WRITTEN', note = '', written = ${written}, superseded = ${superseded},
              unchanged = ${unchanged}, recomputed = ${recomputed}, written_at = ${at} where id = ${it.id}`,
      );
      const [counted] = await rowsIn<{ rows: number; periods: { start: string; end: string }[] }>(
        tx,
        sql`select count(distinct line)::int as rows,
              coalesce(json_agg(distinct jsonb_build_object('start', period_start, 'end', period_end)), '[]') as periods
            from data_import_value where import_id = ${it.id}`,
      );
      await rowsIn(tx, sql`delete from data_import_value where import_id = ${it.id}`);
      await this.written.tell(tx, viewer, {
        importId: it.id,
        fileName: it.fileName,
        sha256: it.sha256,
        rows: counted?.rows ?? 0,
        periods: counted?.periods ?? [],
      });
      await this.ended(tx, it, it.preview);
    });
  }

  /** What somebody said of the base of the population; by what was said of columns of "-" the file is read. */
  private async applyAnswers(tx: EntityManager, { id, answers, preview }: Claimed): Promise<void> {
    for (const [at, { code }] of (preview?.notices ?? []).entries()) {
      const said = answers[at];
      if (code === 'base-open' && (said === 'ZENSUS_2011' || said === 'ZENSUS_2022'))
        await rowsIn(
          tx,
          sql`update data_import_value set population_base = ${said}
              where import_id = ${id} and population_base is null and period_end >= '2022-05-15'`,
        );
    }
  }

  private async undo(viewer: Viewer, it: Claimed): Promise<void> {
    const known = await knownIndicators(this.database);
    await this.database.write(viewer, 'figures.undone', async (tx) => {
      await waitFor(tx, 'figureWriting');
      const at = this.clock.now();
      if (!(await takeBack(tx, it.id, at)))
        throw new RefusedTable('overtaken', indicatorProblems['figure-import-overtaken'].says);
      await renewRates(tx, it.id, known, at);
      await this.written.tellUndone(tx, viewer, { importId: it.id, fileName: it.fileName });
      await rowsIn(tx, sql`update data_import set state = 'UNDONE', note = '' where id = ${it.id}`);
      await this.ended(tx, it, it.preview);
    });
  }

  /** Says that it lives while the database works; nobody else begins the same meanwhile. */
  private async beating(it: Claimed, work: () => Promise<void>): Promise<void> {
    const beat = setInterval(() => {
      const until = new Date(this.clock.now().getTime() + LEASE_MS);
      void this.database
        .rows(
          sql`update data_import_work set lease_until = ${until} where import_id = ${it.id} and lease = ${it.lease}`,
        )
        .catch(() => undefined);
    }, LEASE_MS / 3);
    beat.unref();
    try {
      await work();
    } finally {
      clearInterval(beat);
    }
  }

  /** Beside the transaction, so that the page sees it. */
  private async progress({ id, lease }: Claimed, done: number, total: number): Promise<void> {
    const until = new Date(this.clock.now().getTime() + LEASE_MS);
    const mine = await this.database.one(sql`
      update data_import_work set done = ${done}::int, total = greatest(${done}::int, ${total}::int), lease_until = ${until}
      where import_id = ${id} and lease = ${lease} returning import_id`);
    if (!mine) throw new Stopped();
  }

  private async ended(
    tx: EntityManager,
    { id, lease }: Claimed,
    preview: FigurePreview | null,
  ): Promise<void> {
    const mine = await rowsIn(
      tx,
      sql`update data_import_work set task = null, lease = null, lease_until = null, attempts = 0, preview = ${JSON.stringify(preview)}::jsonb
          where import_id = ${id} and lease = ${lease} returning import_id`,
    );
    if (mine.length !== 1) throw new Stopped();
  }

  /** A file that is refused is not kept; whatever else went wrong leaves everything as it was. */
  private async failed(viewer: Viewer, it: Claimed, error: unknown): Promise<void> {
    const refusal = error instanceof RefusedTable ? error.says : null;
    if (!refusal) log.error({ err: error, dataImport: it.id }, 'import of figures failed');
    const gone = it.task === 'READ';
    const again = gone ? 'senden Sie die Datei noch einmal' : 'versuchen Sie es noch einmal';
    const note =
      refusal ?? `Es ist bei uns ein Fehler aufgetreten, und es wurde nichts geändert: Bitte ${again}.`;
    await this.database
      .write(viewer, 'figures.failed', async (tx) => {
        await rowsIn(
          tx,
          sql`update data_import set note = ${note}, state = case when ${gone}::boolean then 'DISCARDED' else state end where id = ${it.id}`,
        );
        if (gone && it.fileId) await this.files.remove(tx, it.fileId);
        await this.ended(tx, it, it.preview);
      })
      .catch((late: unknown) => {
        if (!(late instanceof Stopped)) throw late;
      });
  }
}

/** The change stands in the log under the name of whoever pressed the button. */
function viewerOf({ accountId, byName }: Claimed): Viewer {
  return { ...systemViewer, ...(accountId ? { kind: 'account', accountId } : {}), displayName: byName };
}
