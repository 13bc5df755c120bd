import sql, { raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { TableMerge } from '../contribution';
import { contributions } from '../contributions';
import { rowsIn } from '../database/rows';

export type MergedKind = 'person' | 'organisation';

export interface Reference {
  table: string;
  column: string;
  /** What its rows are called where people read of them. */
  label: string;
}

/** Every column that names a person or an organisation, as the areas declare them. */
export function referencesTo(kind: MergedKind): Reference[] {
  return contributions
    .flatMap((contribution) => contribution.tables)
    .flatMap(({ table, references, merge }) =>
      references ? (references[kind] ?? []).map((column) => ({ table, column, label: merge.label })) : [],
    );
}

/** What the area of a table declares about its rows in a merge. */
export function mergeOf(table: string): Partial<TableMerge> | undefined {
  return contributions.flatMap((it) => it.tables).find((it) => it.table === table)?.merge;
}

/** Which of these are named somewhere, and by what. */
export async function usesOfEach(
  tx: EntityManager,
  kind: MergedKind,
  ids: readonly string[],
): Promise<{ id: string; label: string }[]> {
  const uses: { id: string; label: string }[] = [];
  for (const { table, column, label } of referencesTo(kind)) {
    const rows = await rowsIn<{ id: string }>(
      tx,
      sql`select distinct ${raw(column)} as id from ${raw(table)} where ${raw(column)} = any(${[...ids]}::uuid[])`,
    );
    uses.push(...rows.map(({ id }) => ({ id, label })));
  }
  return uses;
}

/** Old addresses lead to the one that stayed: an expression for the id that counts today. */
export function survivorOf(kind: MergedKind, id: string): Sql {
  return sql`coalesce((select survivor_id from merged_object where kind = ${kind} and merged_object.id = ${id}), ${id}::uuid)`;
}

/** Rows (alias `it`) that nobody has found to be another one than this; all where there is none to compare with. */
export function notFoundDistinct(kind: MergedKind, id: string | undefined): Sql {
  if (id === undefined) return sql`true`;
  return sql`not exists (select 1 from distinct_pair where distinct_pair.kind = ${kind}
    and (distinct_pair.one_id = it.id and distinct_pair.other_id = ${id} or distinct_pair.one_id = ${id} and distinct_pair.other_id = it.id))`;
}
