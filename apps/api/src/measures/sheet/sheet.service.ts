import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import sql, { empty } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { fileProblems } from '@runder-tisch/domain/imports';
import {
  measureLimits,
  measureProblems,
  type SheetApplied,
  type SheetPreview,
} from '@runder-tisch/domain/measures';
import type { MeasureQuery } from '@runder-tisch/domain/measures/measures-requests';
import { berlinDay, dayParts } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { rowsIn } from '../../database/rows';
import { readingTurns, readTableFile } from '../../imports/reading/table-file';
import type { TableRow } from '../../imports/reading/table';
import { Unreadable } from '../../imports/reading/unreadable';
import { problem } from '../../problem/problem';
import { Measure } from '../measure.entity';
import { nextPlanningNumbers } from '../../database/planning-numbers';
import { changeableMeasures } from '../measures-access';
import { MeasuresRepository } from '../measures.repository';
import { known, MeasuresService } from '../measures.service';
import { numbersOf, planSheet, type SheetPlan, type SheetTable } from './sheet-plan';
import { sheetFile, storedSheet, type StoredSheetMeasure } from './stored-sheet';

const AS_FOUND = { sheet: null, encoding: null, separator: null };

/** Many measures changed at once: the list goes out as a workbook and comes in again, looked at before it is written. */
@Injectable()
export class SheetService {
  constructor(
    private readonly database: Database,
    private readonly repository: MeasuresRepository,
    private readonly measures: MeasuresService,
    private readonly clock: Clock,
  ) {}

  async file(viewer: Viewer, query: MeasureQuery): Promise<ReturnType<typeof sheetFile>> {
    const today = this.today();
    const rows = await this.database.rows<StoredSheetMeasure>(
      storedSheet(this.repository.matching(viewer, query), today, empty),
    );
    return sheetFile(rows, dayParts(today).year);
  }

  async preview(viewer: Viewer, bytes: Buffer): Promise<SheetPreview> {
    const table = await tableOf(bytes);
    const { preview } = await this.database.read((tx) => this.plan(tx, viewer, table, false));
    return preview;
  }

  /** Writes exactly what the preview with this digest showed, all of it or nothing. */
  async apply(viewer: Viewer, bytes: Buffer, digest: string): Promise<SheetApplied> {
    const table = await tableOf(bytes);
    return known(() =>
      this.database.write(viewer, 'measure.sheet', async (tx) => {
        const { preview, changes } = await this.plan(tx, viewer, table, true);
        if (preview.faults.length > 0)
          throw problem(
            measureProblems,
            'measure-sheet-faulty',
            preview.faults.map(({ line, column, heading, says }) => ({
              path: `${column}${line}`,
              code: 'cell',
              detail: `Zeile ${line}, Spalte ${column} (${heading}): ${says}`,
            })),
          );
        if (preview.digest !== digest) throw problem(measureProblems, 'measure-sheet-changed');
        const fresh = changes.filter(({ before }) => before === null);
        const numbers = await nextPlanningNumbers(
          tx,
          'M',
          dayParts(berlinDay(this.clock.now())).year,
          fresh.length,
        );
        for (const [index, { request }] of fresh.entries())
          await this.measures.insert(tx, viewer, numbers[index] ?? '', request);
        for (const { before, request } of changes) {
          if (before === null) continue;
          const stored = await tx.findOneByOrFail(Measure, { id: before.id });
          await this.measures.save(tx, viewer, stored, before.version, request);
        }
        return { changed: changes.length - fresh.length, added: fresh.length };
      }),
    );
  }

  private async plan(
    tx: EntityManager,
    viewer: Viewer,
    table: SheetTable,
    lock: boolean,
  ): Promise<SheetPlan> {
    const where = [sql`it.number = any(${numbersOf(table)}::text[])`, changeableMeasures(viewer)];
    const stored = await rowsIn<StoredSheetMeasure>(
      tx,
      storedSheet(where, this.today(), lock ? sql`for update of it` : empty),
    );
    const fields = await rowsIn<{ id: string; name: string }>(tx, sql`select id, name from field_of_action`);
    const organisations = await rowsIn<{ id: string; name: string }>(
      tx,
      sql`select id, name from organisation`,
    );
    const titles = await rowsIn<{ number: string; title: string }>(
      tx,
      sql`select number, title from measure`,
    );
    const fieldIds = byName(fields);
    const organisationIds = byName(organisations);
    const numbers = new Map(titles.map(({ number, title }) => [title.trim().toLowerCase(), number]));
    return planSheet(table, {
      measures: new Map(stored.map((it) => [it.number, it])),
      names: {
        field: (name) => fieldIds.get(name.toLowerCase()),
        organisation: (name) => organisationIds.get(name.toLowerCase()),
      },
      numberOfTitle: (title) => numbers.get(title.trim().toLowerCase()),
    });
  }

  private today(): string {
    return berlinDay(this.clock.now());
  }
}

function byName(rows: readonly { id: string; name: string }[]): Map<string, string> {
  return new Map(rows.map(({ id, name }) => [name.trim().toLowerCase(), id]));
}

async function tableOf(bytes: Buffer): Promise<SheetTable> {
  const rows: TableRow[] = [];
  try {
    const { head } = await readingTurns.take(() =>
      readTableFile(Readable.from([bytes]), AS_FOUND, async (read) => {
        rows.push(...read);
        if (rows.length > measureLimits.sheetRows) throw problem(fileProblems, 'file-too-many-rows');
      }),
    );
    return { head, rows };
  } catch (error) {
    if (error instanceof Unreadable) throw problem(fileProblems, error.code);
    throw error;
  }
}
