import { Injectable } from '@nestjs/common';
import sql, { empty } from 'sql-template-tag';
import {
  columnLetters,
  type ImportCounts,
  type ImportEntryView,
  type ImportListItem,
  importLimits,
  importProblems,
  type ImportProblemView,
  type ImportRowView,
  type ImportUndoView,
  type ImportView,
  sensitiveColumn,
} from '@runder-tisch/domain/imports';
import type { ImportEntryQuery } from '@runder-tisch/domain/imports/imports-requests';
import type { Page } from '@runder-tisch/domain/lists';
import type { PageQuery } from '@runder-tisch/domain/lists/list-requests';
import type { Viewer } from '../access/viewer';
import { Database } from '../database/database';
import { page, PAGE_SIZE, readCursor } from '../database/keyset';
import { problem } from '../problem/problem';
import { asLine, type ImportRun, importTargets, runColumns, targetNamed, visibleImports } from './import-run';

interface ViewRow extends ImportRun {
  columnsKept: boolean;
  note: string;
  done: number | null;
  total: number | null;
  problems: number;
  corrected: number;
  samples: string[][];
  counts: { part: string; decision: string; count: number; twins: number }[];
  earlier: ImportView['earlier'];
  createdAt: string;
  appliedAt: string | null;
  undoneAt: string | null;
  undo: ImportUndoView | null;
}

@Injectable()
export class ImportsRepository {
  constructor(private readonly database: Database) {}

  async list(viewer: Viewer, query: PageQuery): Promise<Page<ImportListItem>> {
    const limit = query.limit ?? PAGE_SIZE;
    const cursor = readCursor(query.after, 2);
    const behind = cursor
      ? sql`and (import_run.created_at, import_run.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`
      : empty;
    const shown = sql`${visibleImports(viewer)} and import_run.state <> 'DISCARDED'`;
    const rows = await this.database.rows<
      Omit<ImportListItem, 'targetLabel'> & { target: string; total: number }
    >(sql`
      select import_run.id, file_name as "fileName", target, state, row_count as rows,
             coalesce((result ->> 'created')::int, 0) as created, coalesce((result ->> 'merged')::int, 0) as merged,
             by_name as by, created_at::text as "createdAt", applied_at::text as "appliedAt",
             (select count(*)::int from import_run where ${shown}) as total
      from import_run where ${shown} ${behind}
      order by import_run.created_at desc, import_run.id desc limit ${limit + 1}`);
    return page(
      rows,
      limit,
      (row) => [row.createdAt, row.id],
      ({ total: _total, target, createdAt, appliedAt, ...item }) => ({
        ...item,
        targetLabel: labelOf(target),
        createdAt: instant(createdAt),
        appliedAt: appliedAt && instant(appliedAt),
      }),
    );
  }

  run(viewer: Viewer, id: string): Promise<ImportRun> {
    return this.database.found<ImportRun>(
      sql`select ${runColumns} from import_run where id = ${id} and ${visibleImports(viewer)}`,
    );
  }

  async view(viewer: Viewer, id: string): Promise<ImportView> {
    const row = await this.database.found<ViewRow>(sql`
      select ${runColumns}, columns_kept as "columnsKept", note, import_work.done, import_work.total, undo,
             created_at::text as "createdAt", applied_at::text as "appliedAt", undone_at::text as "undoneAt",
             (select count(*)::int from import_problem where import_problem.run_id = import_run.id) as problems,
             (select count(*)::int from import_row where import_row.run_id = import_run.id and original is not null) as corrected,
             coalesce((select json_agg(first.cells order by first.line) from
               (select line, cells from import_row where import_row.run_id = import_run.id order by line limit ${importLimits.sampleRows}) first), '[]') as samples,
             coalesce((select json_agg(counted) from (select part, decision, count(*)::int as count, count(*) filter (where decision = 'SAME' and candidates <> '[]')::int as twins from import_entry
               where import_entry.run_id = import_run.id group by part, decision) counted), '[]') as counts,
             (select json_build_object('id', before.id, 'appliedAt', to_json(before.applied_at)) from import_run before
              where before.target = import_run.target and before.sha256 = import_run.sha256 and before.state = 'APPLIED'
                and before.id <> import_run.id order by before.applied_at desc limit 1) as earlier
      from import_run left join import_work on import_work.run_id = import_run.id
      where import_run.id = ${id} and ${visibleImports(viewer)}`);
    return viewOf(row);
  }

  async entries(viewer: Viewer, id: string, query: ImportEntryQuery): Promise<Page<ImportEntryView>> {
    const run = await this.run(viewer, id);
    const limit = query.limit ?? PAGE_SIZE;
    const cursor = readCursor(query.after, 2);
    // An organisation that stands in many lines is nothing to look at; a person who does may be.
    const twins = query.decision === 'SAME' ? sql`and candidates <> '[]'` : empty;
    const filter = query.decision ? sql`and decision = ${query.decision} ${twins}` : empty;
    const behind = cursor ? sql`and (line, part) > (${cursor[0]}::int, ${cursor[1]}::text)` : empty;
    const rows = await this.database.rows<ImportEntryView & { total: number }>(sql`
      select id, line, part, name, detail, decision, coalesce(object_id, same_entry_id) as "objectId", candidates,
             (select count(*)::int from import_entry where run_id = ${id} ${filter}) as total
      from import_entry where run_id = ${id} ${filter} ${behind} order by line, part limit ${limit + 1}`);
    const parts = targetNamed(run.target).parts;
    return page(
      rows,
      limit,
      (row) => [String(row.line), row.part],
      ({ total: _total, ...entry }) => ({
        ...entry,
        label: parts.find((it) => it.part === entry.part)?.label ?? entry.part,
      }),
    );
  }

  /** A row with its cells of the columns that are taken over. */
  async row(viewer: Viewer, id: string, line: number): Promise<ImportRowView> {
    const run = await this.run(viewer, id);
    const row = await this.database.one<{ cells: string[]; original: string[] | null }>(
      sql`select cells, original from import_row where run_id = ${id} and line = ${asLine(line)}`,
    );
    if (!row) throw problem(importProblems, 'import-row-unknown');
    const cells = run.head.headings.flatMap((heading, column) => {
      const value = row.cells[column] ?? '';
      const file = row.original?.[column] ?? value;
      return run.columns[column] ? [{ column, heading, value, original: file === value ? null : file }] : [];
    });
    return { line, cells };
  }

  async problems(viewer: Viewer, id: string, query: PageQuery): Promise<Page<ImportProblemView>> {
    await this.run(viewer, id);
    const limit = query.limit ?? PAGE_SIZE;
    const cursor = readCursor(query.after, 3);
    const behind = cursor
      ? sql`and (line, position, id) > (${cursor[0]}::int, ${cursor[1]}::int, ${cursor[2]}::uuid)`
      : empty;
    const rows = await this.database.rows<ImportProblemView & { position: number; total: number }>(sql`
      select id, line, position, heading as column, value, says,
             (select count(*)::int from import_problem where run_id = ${id}) as total
      from import_problem where run_id = ${id} ${behind} order by line, position, id limit ${limit + 1}`);
    return page(
      rows,
      limit,
      (row) => [String(row.line), String(row.position), row.id],
      ({ id: problemId, line, column, value, says }) => ({ id: problemId, line, column, value, says }),
    );
  }
}

function labelOf(target: string): string {
  return importTargets().find((it) => it.target === target)?.label ?? target;
}

/** PostgreSQL writes instants its own way. */
function instant(written: string): string {
  return new Date(written).toISOString();
}

function viewOf(row: ViewRow): ImportView {
  const target = targetNamed(row.target);
  const parts = new Map(target.parts.map((part) => [part.part, part.label]));
  return {
    id: row.id,
    state: row.state,
    target: row.target,
    targetLabel: target.label,
    fileName: row.fileName,
    fileKept: row.fileId !== null,
    format: row.head.format,
    encoding: row.head.encoding,
    encodingSure: row.head.encodingSure ?? true,
    readings: row.head.readings ?? [],
    separator: row.head.separator,
    sheets: row.head.sheets,
    sheet: row.head.sheet,
    rows: row.rowCount,
    columns: row.head.headings.map((heading, index) => ({
      heading,
      letter: columnLetters(index),
      field: row.columns[index] ?? null,
      sensitive: sensitiveColumn(heading),
      samples: row.samples.map((cells) => (cells[index] ?? '').slice(0, 80)).filter((cell) => cell !== ''),
    })),
    fields: target.fields.map(({ key, label, part, hint }) => ({
      key,
      label,
      group: parts.get(part) ?? '',
      hint: hint ?? '',
    })),
    columnsKept: row.columnsKept,
    done: row.done ?? 0,
    total: row.total ?? 0,
    note: row.note,
    counts: target.parts.map(({ part, label }) => countsOf(part, label, row.counts)),
    problems: row.problems,
    corrected: row.corrected,
    earlier: row.earlier && { id: row.earlier.id, appliedAt: instant(row.earlier.appliedAt) },
    by: row.byName,
    createdAt: instant(row.createdAt),
    appliedAt: row.appliedAt && instant(row.appliedAt),
    undoneAt: row.undoneAt && instant(row.undoneAt),
    undo: row.undo,
  };
}

function countsOf(part: string, label: string, counts: ViewRow['counts']): ImportCounts {
  const of = (...decisions: string[]): number =>
    counts
      .filter((it) => it.part === part && decisions.includes(it.decision))
      .reduce((sum, it) => sum + it.count, 0);
  const twins = counts.filter((it) => it.part === part).reduce((sum, it) => sum + it.twins, 0);
  return {
    part,
    label,
    create: of('CREATE'),
    merge: of('MERGE'),
    known: of('KNOWN', 'SAME') - twins,
    twins,
    skip: of('SKIP'),
    open: of('OPEN'),
  };
}
