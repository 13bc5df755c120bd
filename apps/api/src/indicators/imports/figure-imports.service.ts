import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { indicatorProblems } from '@runder-tisch/domain/indicators';
import {
  dashAnswersOf,
  type FigureImportMove,
  figureImportMoves,
  type FigureImportState,
  type FigureImportTask,
  type FigurePreview,
  isAnswered,
} from '@runder-tisch/domain/indicators/imports';
import type { FigureUploadQuery } from '@runder-tisch/domain/indicators/imports/import-requests';
import { RefusedTable } from '@runder-tisch/domain/indicators/read-value';
import { tableMapping } from '@runder-tisch/domain/indicators/reading';
import { headingsKey } from '@runder-tisch/domain/imports';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { forChange } from '../../database/for-change';
import { newId } from '../../database/new-id';
import { rowsIn } from '../../database/rows';
import { Files } from '../../files/files';
import type { Upload } from '../../files/uploads';
import { problem, refused } from '../../problem/problem';
import { changeableIndicators } from '../indicators-access';
import { FigureImports, UNDO_DAYS } from './figure-imports';

interface Facts {
  state: FigureImportState;
  task: FigureImportTask | null;
  preview: FigurePreview | null;
  answers: Record<string, string>;
  rowCount: number;
  fileId: string | null;
  writtenAt: Date | null;
}

/** What planners do with a table of figures; the long work is done by `FigureImportWorker`. */
@Injectable()
export class FigureImportsService {
  constructor(
    private readonly database: Database,
    private readonly imports: FigureImports,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  upload(viewer: Viewer, query: FigureUploadQuery, upload: Upload): Promise<{ id: string }> {
    const name = query.name.replace(/^.*[\\/]/, '');
    return this.database.write(viewer, 'figures.upload', (tx) =>
      this.begin(tx, viewer, { name, sha256: upload.sha256, again: query.again === 'true' }, () =>
        this.files.keepUpload(tx, upload, { name, mediaType: 'application/octet-stream' }),
      ),
    );
  }

  /**
   * A file that lies here already, as one that was delivered; whoever calls this has asked who may read it.
   * @param beside what whoever delivered it has to remember of the import, in the same transaction
   */
  async take(
    viewer: Viewer,
    fileId: string,
    beside: (tx: EntityManager, importId: string) => Promise<void>,
  ): Promise<{ id: string }> {
    const { name, sha256, mediaType } = await this.files.find(fileId);
    return this.database.write(viewer, 'figures.take', async (tx) => {
      const begun = await this.begin(tx, viewer, { name, sha256, again: true }, async () =>
        this.files.store(tx, { name, mediaType, bytes: await this.files.bytes(fileId, tx) }),
      );
      await beside(tx, begun.id);
      return begun;
    });
  }

  private async begin(
    tx: EntityManager,
    viewer: Viewer,
    { name, sha256, again }: { name: string; sha256: string; again: boolean },
    keep: () => Promise<string>,
  ): Promise<{ id: string }> {
    const known = await rowsIn(
      tx,
      sql`select id from data_import where sha256 = ${sha256} and state = 'WRITTEN' limit 1`,
    );
    if (known.length > 0 && !again) throw problem(indicatorProblems, 'figure-import-known');
    const id = newId();
    const fileId = await keep();
    await rowsIn(
      tx,
      sql`insert into data_import (id, file_id, file_name, sha256, state, account_id, by_name, created_at)
          values (${id}, ${fileId}, ${name}, ${sha256}, 'READ', ${viewer.accountId}, ${viewer.displayName}, ${this.clock.now()})`,
    );
    await rowsIn(tx, sql`insert into data_import_work (import_id, task) values (${id}, 'READ')`);
    return { id };
  }

  answer(viewer: Viewer, id: string, answers: Record<string, string>): Promise<void> {
    return this.database.write(viewer, 'figures.answer', async (tx) => {
      const it = await this.idle(tx, viewer, id, 'write');
      const kept = Object.fromEntries(
        Object.entries(answers).filter(([at, said]) => it.preview?.notices[Number(at)] && said.length <= 40),
      );
      await rowsIn(
        tx,
        sql`update data_import_work set answers = ${JSON.stringify(kept)}::jsonb where import_id = ${id}`,
      );
      if (!it.preview || !isAnswered(it.preview.notices, kept)) return;
      // What is zero or left out changes sums and rates: with the last answer the file is read by all of them.
      const dashes = dashAnswersOf(it.preview.notices, kept);
      if (isDeepStrictEqual(dashes, it.preview.dashes)) return;
      await rowsIn(tx, sql`update data_import set state = 'READ' where id = ${id}`);
      await this.ask(tx, id, 'READ');
    });
  }

  /** Keeps how a free table is meant and has it read by that. */
  map(viewer: Viewer, id: string, given: Record<string, unknown>): Promise<void> {
    return this.database.write(viewer, 'figures.map', async (tx) => {
      const { preview } = await this.idle(tx, viewer, id, 'readAgain');
      if (!preview || preview.headings.length === 0)
        throw problem(indicatorProblems, 'figure-mapping-not-asked');
      const mapping = readMapping(given);
      await rowsIn(
        tx,
        sql`insert into data_mapping (id, headings_key, mapping, changed_by, changed_at)
            values (${newId()}, ${headingsKey(preview.headings)}, ${JSON.stringify(mapping)}::jsonb, ${viewer.displayName}, ${this.clock.now()})
            on conflict (headings_key) do update set mapping = excluded.mapping, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
      );
      await rowsIn(tx, sql`update data_import set state = 'READ' where id = ${id}`);
      await this.ask(tx, id, 'READ');
    });
  }

  approve(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'figures.approve', async (tx) => {
      const { preview, answers, rowCount } = await this.idle(tx, viewer, id, 'write');
      if (rowCount === 0) throw problem(indicatorProblems, 'figure-import-empty');
      if (preview && !isAnswered(preview.notices, answers))
        throw problem(indicatorProblems, 'figure-import-questions');
      await this.ask(tx, id, 'WRITE');
    });
  }

  undo(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'figures.undo', async (tx) => {
      const { writtenAt } = await this.idle(tx, viewer, id, 'undo');
      const until = (writtenAt?.getTime() ?? 0) + UNDO_DAYS * 86_400_000;
      if (this.clock.now().getTime() > until) throw problem(indicatorProblems, 'figure-import-too-late');
      await this.ask(tx, id, 'UNDO');
    });
  }

  discard(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'figures.discard', async (tx) => {
      const { fileId } = await this.idle(tx, viewer, id, 'discard');
      await rowsIn(tx, sql`delete from data_import_value where import_id = ${id}`);
      await rowsIn(tx, sql`update data_import set state = 'DISCARDED' where id = ${id}`);
      if (fileId) await this.files.remove(tx, fileId);
    });
  }

  private async ask(tx: EntityManager, id: string, task: FigureImportTask): Promise<void> {
    await rowsIn(
      tx,
      sql`update data_import_work set task = ${task}, attempts = 0, done = 0, total = 0 where import_id = ${id}`,
    );
  }

  /** Locked, with nobody at work on it, and in a state from which this move leads on. */
  private async idle(tx: EntityManager, viewer: Viewer, id: string, move: FigureImportMove): Promise<Facts> {
    const facts = await forChange<Facts>(
      tx,
      { table: 'data_import', visible: changeableIndicators(viewer), may: changeableIndicators(viewer) },
      id,
      sql`it.state, it.row_count as "rowCount", it.file_id as "fileId", it.written_at as "writtenAt",
          (select task from data_import_work where import_id = it.id) as task,
          (select preview from data_import_work where import_id = it.id) as preview,
          (select answers from data_import_work where import_id = it.id) as answers`,
    );
    const { refusal } = figureImportMoves.next(facts.state, move);
    if (refusal) throw refused(indicatorProblems, refusal);
    if (facts.task) throw problem(indicatorProblems, 'figure-import-not-open');
    return facts;
  }
}

function readMapping(given: Record<string, unknown>): Record<string, unknown> {
  try {
    return tableMapping(given) as unknown as Record<string, unknown>;
  } catch (error) {
    if (error instanceof RefusedTable) throw problem(indicatorProblems, 'figure-mapping-wrong');
    throw error;
  }
}
