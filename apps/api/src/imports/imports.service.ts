import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { mayWith } from '@runder-tisch/domain/accounts';
import {
  fileProblems,
  guessColumns,
  headingsKey,
  importProblems,
  importLimits,
  sensitiveColumn,
  type Separator,
} from '@runder-tisch/domain/imports';
import type { ReadAgain, UploadQuery } from '@runder-tisch/domain/imports/imports-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { tryLock } from '../database/locks';
import { newId } from '../database/new-id';
import { oneIn, rowsIn } from '../database/rows';
import { Files } from '../files/files';
import { type Upload, Uploads } from '../files/uploads';
import { problem } from '../problem/problem';
import { claimMove, forgetCheck, moveRun } from './import-moves';
import { type ImportRun, targetNamed } from './import-run';
import { readRows } from './import-rows';
import type { ImportTarget } from './import-target';
import { ImportsRepository } from './imports.repository';
import { type ReadSummary, readingTurns } from './reading/table-file';

/** Added to the lines of a sheet while it is read beside the one that is there. */
const BESIDE = 1_000_000_000;

/** What somebody does with an import; the long work is done by `ImportWorker`. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportsRepository,
    private readonly files: Files,
    private readonly uploads: Uploads,
    private readonly clock: Clock,
  ) {}

  /** Reads the file as a whole before anything of it stays: refused files leave nothing behind. */
  upload(viewer: Viewer, query: UploadQuery, upload: Upload): Promise<{ id: string }> {
    const target = targetNamed(query.target);
    if (!mayWith(viewer.roles, target.permission)) throw problem(generalProblems, 'forbidden');
    const id = newId();
    const name = query.name.replace(/^.*[\\/]/, '');
    return readingTurns.take(() =>
      this.database.write(viewer, 'import.upload', async (tx) => {
        await rowsIn(
          tx,
          sql`insert into import_run (id, target, state, file_name, sha256, head, columns, row_count, account_id, by_name, created_at)
              values (${id}, ${target.target}, 'MAPPING', ${name}, ${upload.sha256}, '{}', '[]', 0, ${viewer.accountId}, ${viewer.displayName}, ${this.clock.now()})`,
        );
        await rowsIn(tx, sql`insert into import_work (run_id) values (${id})`);
        const asFound = { sheet: null, encoding: null, separator: null };
        const read = await readRows(tx, id, this.uploads.parts(tx, upload), asFound, 0);
        await this.begin(tx, id, target, read);
        const { head } = read;
        if (!isProtected(read)) {
          const mediaType =
            head.format === 'csv'
              ? 'text/csv'
              : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
          const fileId = await this.files.keepUpload(tx, upload, { name, mediaType });
          await rowsIn(tx, sql`update import_run set file_id = ${fileId} where id = ${id}`);
        }
        return { id };
      }),
    );
  }

  /**
   * The rows of another sheet, or read in another encoding or cut at another sign, are read beside those that are
   * there, and nobody who works with the import waits: only when all are read is it locked, for as long as it takes to
   * put them in their place.
   */
  async readAgain(viewer: Viewer, id: string, request: ReadAgain): Promise<void> {
    const run = await this.imports.run(viewer, id);
    const { fileId, head } = run;
    if (!fileId) throw problem(importProblems, 'import-sheet-gone');
    const choice = {
      sheet: request.sheet ?? (head.sheet === '' ? null : head.sheet),
      // What was only guessed stays a guess until somebody chose it.
      encoding: request.encoding ?? (head.encodingSure ? head.encodingName : null),
      separator: request.separator ?? (head.format === 'csv' ? (head.separator as Separator) : null),
    };
    await readingTurns.take(() =>
      this.database.write(viewer, 'import.read', async (tx) => {
        if (!(await tryLock(tx, 'importSheet', id))) throw problem(importProblems, 'import-busy');
        const read = await readRows(tx, id, this.files.parts(fileId, tx), choice, BESIDE);
        await claimMove(tx, id, 'read');
        await rowsIn(tx, sql`delete from import_row where run_id = ${id} and line <= ${BESIDE}`);
        await rowsIn(tx, sql`update import_row set line = line - ${BESIDE} where run_id = ${id}`);
        await forgetCheck(tx, id);
        await this.begin(tx, id, targetNamed(run.target), read);
        if (isProtected(read)) await rowsIn(tx, sql`delete from file where id = ${fileId}`);
      }),
    );
  }

  /** Columns are assigned as the last time with these headings, otherwise as their names suggest. */
  private async begin(
    tx: EntityManager,
    id: string,
    target: ImportTarget,
    { head, rows }: ReadSummary,
  ): Promise<void> {
    const kept = await oneIn<{ columns: (string | null)[] }>(
      tx,
      sql`select columns from import_mapping where target = ${target.target} and headings_key = ${headingsKey(head.headings)}`,
    );
    const columns = (kept?.columns ?? guessColumns(head.headings, target.fields)).map((field, index) =>
      sensitiveColumn(head.headings[index] ?? '') ? null : field,
    );
    // Titles above the headings stay in the file.
    const known = JSON.stringify({ ...head, above: undefined });
    await rowsIn(
      tx,
      sql`update import_run set head = ${known}::jsonb, columns = ${JSON.stringify(columns)}::jsonb,
                 columns_kept = ${kept !== undefined}, row_count = ${rows}, state = 'MAPPING', note = '' where id = ${id}`,
    );
  }

  async check(viewer: Viewer, id: string, columns: readonly string[]): Promise<void> {
    const run = await this.imports.run(viewer, id);
    const assigned = assertAssignable(run, targetNamed(run.target), columns);
    await this.database.write(viewer, 'import.check', async (tx) => {
      await moveRun(tx, id, 'check');
      await forgetCheck(tx, id);
      await rowsIn(
        tx,
        sql`update import_run set columns = ${JSON.stringify(assigned)}::jsonb, note = '' where id = ${id}`,
      );
      await rowsIn(
        tx,
        sql`insert into import_mapping (target, headings_key, columns, changed_at)
            values (${run.target}, ${headingsKey(run.head.headings)}, ${JSON.stringify(assigned)}::jsonb, ${this.clock.now()})
            on conflict (target, headings_key) do update set columns = excluded.columns, changed_at = excluded.changed_at
            where import_mapping.columns <> excluded.columns`,
      );
    });
  }

  async apply(viewer: Viewer, id: string): Promise<void> {
    await this.imports.run(viewer, id);
    await this.database.write(viewer, 'import.apply', async (tx) => {
      await moveRun(tx, id, 'apply');
      const open = await oneIn(
        tx,
        sql`select id from import_entry where run_id = ${id} and decision = 'OPEN' limit 1`,
      );
      if (open) throw problem(importProblems, 'import-undecided');
      // The changes stand in the log under the name of whoever pressed the button.
      await rowsIn(
        tx,
        sql`update import_run set note = '', account_id = ${viewer.accountId}, by_name = ${viewer.displayName} where id = ${id}`,
      );
    });
  }

  async undo(viewer: Viewer, id: string): Promise<void> {
    await this.imports.run(viewer, id);
    await this.database.write(viewer, 'import.undo', async (tx) => {
      await moveRun(tx, id, 'undo');
      await rowsIn(
        tx,
        sql`update import_run set note = '', account_id = ${viewer.accountId} where id = ${id}`,
      );
    });
  }

  async cancel(viewer: Viewer, id: string): Promise<void> {
    await this.imports.run(viewer, id);
    await this.database.write(viewer, 'import.cancel', async (tx) => {
      const state = await moveRun(tx, id, 'cancel');
      if (state === 'MAPPING') await forgetCheck(tx, id);
      await rowsIn(
        tx,
        sql`update import_run set note = 'Abgebrochen. Es wurde nichts geändert.' where id = ${id}`,
      );
    });
  }

  async discard(viewer: Viewer, id: string): Promise<void> {
    await this.imports.run(viewer, id);
    await this.database.write(viewer, 'import.discard', async (tx) => {
      await moveRun(tx, id, 'discard');
      await forgetCheck(tx, id);
      await rowsIn(tx, sql`delete from import_row where run_id = ${id}`);
      await rowsIn(tx, sql`delete from file where id = (select file_id from import_run where id = ${id})`);
    });
  }

  /** What was read of a list is forgotten after a while; that it was taken over stays known. */
  async forgetOld(viewer: Viewer): Promise<void> {
    await this.database.write(viewer, 'import.forget', async (tx) => {
      const old = await rowsIn<{ id: string; fileId: string | null }>(
        tx,
        sql`select id, file_id as "fileId" from import_run
            where created_at < ${this.clock.now()}::timestamptz - make_interval(days => ${importLimits.keptDays})
              and state not in ('CHECKING', 'APPLYING', 'UNDOING')
              and (file_id is not null or exists (select 1 from import_row where run_id = import_run.id))
            order by id limit 20 for update skip locked`,
      );
      const ids = old.map((it) => it.id);
      if (ids.length === 0) return;
      for (const table of ['row', 'entry', 'problem', 'change'] as const) await forget(tx, table, ids);
      await rowsIn(tx, sql`delete from file where id = any(${old.flatMap((it) => it.fileId ?? [])}::uuid[])`);
      await rowsIn(
        tx,
        sql`update import_run set state = 'DISCARDED' where id = any(${ids}::uuid[]) and state in ('MAPPING', 'CHECKED')`,
      );
    });
  }
}

async function forget(
  tx: EntityManager,
  table: 'row' | 'entry' | 'problem' | 'change',
  ids: readonly string[],
): Promise<void> {
  const statement = {
    row: sql`delete from import_row where run_id = any(${ids}::uuid[])`,
    entry: sql`delete from import_entry where run_id = any(${ids}::uuid[])`,
    problem: sql`delete from import_problem where run_id = any(${ids}::uuid[])`,
    change: sql`delete from import_change where run_id = any(${ids}::uuid[])`,
  }[table];
  await rowsIn(tx, statement);
}

/**
 * A file with protected data of single humans is not kept; its other columns may be taken over. Without the file nobody
 * could choose another encoding later, so that must be sure.
 */
function isProtected({ head }: ReadSummary): boolean {
  const found = head.headings.some(sensitiveColumn);
  if (found && !head.encodingSure) throw problem(fileProblems, 'file-encoding-unsure');
  return found;
}

function assertAssignable(
  run: ImportRun,
  target: ImportTarget,
  columns: readonly string[],
): (string | null)[] {
  // Lists from before this question was asked have no answer to it.
  if (run.head.encodingSure === false) throw problem(importProblems, 'import-encoding-open');
  const assigned = run.head.headings.map((_, index) => columns[index] || null);
  if (columns.length !== run.head.headings.length) throw problem(importProblems, 'import-column-unknown');
  const fields = assigned.flatMap((field) => field ?? []);
  if (fields.some((field) => !target.fields.some((it) => it.key === field)))
    throw problem(importProblems, 'import-column-unknown');
  if (new Set(fields).size !== fields.length) throw problem(importProblems, 'import-field-twice');
  if (assigned.some((field, index) => field && sensitiveColumn(run.head.headings[index] ?? '')))
    throw problem(importProblems, 'import-column-sensitive');
  if (!fields.some((field) => target.oneOf.includes(field)))
    throw problem(importProblems, 'import-field-missing');
  return assigned;
}
