import sql, { raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
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
