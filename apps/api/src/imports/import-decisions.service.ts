import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { importLimits, importProblems } from '@runder-tisch/domain/imports';
import type { CorrectedCell, DecideOpen, EntryDecision } from '@runder-tisch/domain/imports/imports-requests';
import type { Viewer } from '../access/viewer';
import { Database } from '../database/database';
import { oneIn, rowsIn } from '../database/rows';
import { problem } from '../problem/problem';
import type { FileRow } from './import-values';
import { checkList } from './import-list';
import { claimMove, moveRun } from './import-moves';
import { asLine, targetNamed } from './import-run';
import { ImportsRepository } from './imports.repository';

/** What somebody says about the rows of a list that was checked: what becomes of each, and what is wrong in it. */
@Injectable()
export class ImportDecisionsService {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportsRepository,
  ) {}

  /**
   * Puts cells of a row right and checks the list again: a corrected name may be the one of other lines. A short list
   * is checked while the person waits, a long one in the background; what was decided stays.
   */
  async correct(viewer: Viewer, id: string, line: number, cells: readonly CorrectedCell[]): Promise<void> {
    const run = await this.imports.run(viewer, id);
    // Columns that are left out, among them those with protected data, are not written either.
    if (cells.some((cell) => !run.columns[cell.column]))
      throw problem(importProblems, 'import-column-unknown');
    await this.database.write(viewer, 'import.correct', async (tx) => {
      await claimMove(tx, id, 'correct');
      const row = await oneIn<FileRow & { original: string[] | null }>(
        tx,
        sql`select line, cells, formulas, original from import_row where run_id = ${id} and line = ${asLine(line)} for update`,
      );
      if (!row) throw problem(importProblems, 'import-row-unknown');
      const original = row.original ?? row.cells;
      const corrected = [...row.cells];
      for (const { column, value } of cells) corrected[column] = value.trim();
      const formulas = row.formulas.filter(
        (column) => !cells.some((cell) => cell.column === column && cell.value.trim() !== ''),
      );
      const changed = corrected.some((cell, column) => cell !== (original[column] ?? ''));
      await rowsIn(
        tx,
        sql`update import_row set cells = ${JSON.stringify(corrected)}::jsonb, formulas = ${formulas}::int[],
                   original = ${changed ? JSON.stringify(original) : null}::jsonb where run_id = ${id} and line = ${line}`,
      );
      if (run.rowCount <= importLimits.checkedAtOnce)
        await checkList(tx, run, targetNamed(run.target), () => Promise.resolve());
      else await moveRun(tx, id, 'check');
    });
  }

  async decide(viewer: Viewer, id: string, entries: readonly EntryDecision[]): Promise<void> {
    await this.imports.run(viewer, id);
    await this.database.write(viewer, 'import.decide', async (tx) => {
      await claimMove(tx, id, 'decide');
      const wanted = entries.map((it) => ({
        ...it,
        objectId: it.decision === 'MERGE' ? it.objectId : null,
        sameEntryId: it.decision === 'SAME' ? it.objectId : null,
      }));
      const decided = await rowsIn(
        tx,
        sql`update import_entry set decision = wanted.decision, object_id = wanted."objectId", same_entry_id = wanted."sameEntryId", decided = true
            from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as wanted(id uuid, decision text, "objectId" uuid, "sameEntryId" uuid)
            where import_entry.id = wanted.id and run_id = ${id} and not (import_entry.decision = 'SAME' and candidates = '[]')
              and (wanted.decision not in ('MERGE', 'SAME') or exists (
                select 1 from jsonb_array_elements(candidates) it
                where it ->> 'id' = coalesce(wanted."objectId", wanted."sameEntryId")::text
                  and (it ->> 'line' is not null) = (wanted.decision = 'SAME')))
            returning import_entry.id`,
      );
      if (decided.length !== new Set(wanted.map((it) => it.id)).size)
        throw problem(importProblems, 'import-candidate-unknown');
    });
  }

  async decideOpen(viewer: Viewer, id: string, decision: DecideOpen['decision']): Promise<void> {
    await this.imports.run(viewer, id);
    await this.database.write(viewer, 'import.decide', async (tx) => {
      await claimMove(tx, id, 'decide');
      // Twins within the list come with the line they repeat, everything else with what is there already.
      const merged = sql`decided = true, same_entry_id = case when candidates -> 0 ->> 'line' is not null then (candidates -> 0 ->> 'id')::uuid end,
        object_id = case when candidates -> 0 ->> 'line' is null then (candidates -> 0 ->> 'id')::uuid end,
        decision = case when candidates -> 0 ->> 'line' is null then 'MERGE' else 'SAME' end`;
      const chosen = decision === 'MERGE' ? merged : sql`decided = true, decision = ${decision}`;
      await rowsIn(tx, sql`update import_entry set ${chosen} where run_id = ${id} and decision = 'OPEN'`);
    });
  }
}
