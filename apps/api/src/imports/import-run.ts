import sql, { type Sql } from 'sql-template-tag';
import type { ImportState } from '@runder-tisch/domain/imports';
import { importProblems } from '@runder-tisch/domain/imports';
import { mayWith } from '@runder-tisch/domain/accounts';
import { hasRole, type Viewer } from '../access/viewer';
import { contributions } from '../contributions';
import { problem } from '../problem/problem';
import type { ImportTarget } from './import-target';
import type { TableHead } from './reading/table';

/** One import as the room works with it. */
export interface ImportRun {
  id: string;
  target: string;
  state: ImportState;
  fileId: string | null;
  fileName: string;
  sha256: string;
  head: TableHead;
  columns: (string | null)[];
  rowCount: number;
  accountId: string | null;
  byName: string;
}

export const runColumns: Sql = sql`import_run.id, import_run.target, import_run.state, import_run.file_id as "fileId",
  import_run.file_name as "fileName", import_run.sha256, import_run.head, import_run.columns,
  import_run.row_count as "rowCount", import_run.account_id as "accountId", import_run.by_name as "byName"`;

/** Read when asked, because the areas contribute to a list that imports this room. */
export function importTargets(): ImportTarget[] {
  return contributions.flatMap((contribution) => [...(contribution.importTargets ?? [])]);
}

export function targetNamed(name: string): ImportTarget {
  const target = importTargets().find((it) => it.target === name);
  if (!target) throw problem(importProblems, 'import-target-unknown');
  return target;
}

/** One's own imports of lists whose content one may see anyway; administrators see those of everybody. */
export function visibleImports(viewer: Viewer): Sql {
  const targets = importTargets()
    .filter((it) => mayWith(viewer.roles, it.permission))
    .map((it) => it.target);
  const own = hasRole(viewer, 'admin') ? sql`true` : sql`import_run.account_id = ${viewer.accountId}::uuid`;
  return sql`(import_run.target = any(${targets}::text[]) and ${own})`;
}

/** A line somebody asks for, as the database can hold it; none is so far down. */
export function asLine(line: number): number {
  return Math.min(line, 2_147_483_647);
}
