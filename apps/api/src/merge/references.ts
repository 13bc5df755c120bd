import sql, { raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { contributions } from '../contributions';
import type { TableDeclaration } from '../contribution';
import { rowsIn } from '../database/rows';

export type MergedKind = 'person' | 'organisation';

export interface Reference {
  table: string;
  column: string;
  declaration: TableDeclaration;
}

/** Every column that names a person or an organisation, as the areas declare them. */
export function referencesTo(kind: MergedKind): Reference[] {
  return contributions
    .flatMap((contribution) => contribution.tables)
    .flatMap((declaration) =>
      (declaration.references?.[kind] ?? []).map((column) => ({
        table: declaration.table,
        column,
        declaration,
      })),
    );
}

/** How many rows of each referring table name one of these, by id and table. */
export async function usesOfEach(
  tx: EntityManager,
  kind: MergedKind,
  ids: readonly string[],
  without: readonly string[] = [],
): Promise<{ id: string; table: string; count: number }[]> {
  const uses: { id: string; table: string; count: number }[] = [];
  for (const { table, column } of referencesTo(kind)) {
    if (without.includes(table)) continue;
    const rows = await rowsIn<{ id: string; count: number }>(
      tx,
      sql`select ${raw(column)} as id, count(*)::int as count from ${raw(table)}
          where ${raw(column)} = any(${[...ids]}::uuid[]) group by 1`,
    );
    uses.push(...rows.map((row) => ({ ...row, table })));
  }
  return uses;
}

/** What rows of a table are called where people read of them. */
export function labelOf({ merge }: Pick<TableDeclaration, 'merge'>): string {
  return merge?.label ?? 'Weitere Verknüpfungen';
}

export function labelOfTable(table: string): string {
  const declared = contributions.flatMap((it) => it.tables).find((it) => it.table === table);
  return labelOf(declared ?? {});
}

/** Old addresses lead to the one that stayed: an expression for the id that counts today. */
export function survivorOf(kind: MergedKind, id: string): Sql {
  return sql`coalesce((select survivor_id from merged_object where kind = ${kind} and merged_object.id = ${id}), ${id}::uuid)`;
}
