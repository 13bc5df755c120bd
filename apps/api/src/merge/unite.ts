import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { contributions } from '../contributions';
import { oneIn } from '../database/rows';
import type { MergeLog } from './merge-log';
import { type MergedKind, mergeOf, referencesTo } from './references';
import { type Pointer, type RowKey, StoredTables, type UniqueRule } from './stored-tables';

interface Pair {
  goes: RowKey;
  keeps: RowKey;
}

/**
 * Makes one of two rows: whatever points to `gone` points to `stays` afterwards. Where both stand in the same place
 * (a unique index of the table, or what its area declares), their two rows are made one the same way before, so that
 * what hangs on them moves along. Foreign keys and unique indexes are asked from the database.
 */
export class Unite {
  constructor(
    private readonly tx: EntityManager,
    private readonly tables: StoredTables,
    private readonly log: MergeLog,
  ) {}

  async kind(kind: MergedKind, gone: string, stays: string): Promise<void> {
    for (const { table } of kind === 'person' ? contributions.flatMap((it) => it.tables) : [])
      for (const { column, where } of mergeOf(table)?.clears ?? [])
        await this.log.change(table, { [column]: sql`null` }, where(gone, stays));
    for (const pointer of await movedWith(this.tables, kind)) await this.move(pointer, gone, stays);
    await this.log.remove(kind, sql`it.id = ${gone}::uuid`);
  }

  private async move(pointer: Pointer, gone: string, stays: string): Promise<void> {
    const { table, column } = pointer;
    for (const rule of await rulesFor(this.tables, pointer)) {
      // One after the other: what becomes of the first pair may settle the second.
      for (;;) {
        const pair = await oneIn<Pair>(this.tx, await pairs(this.tables, pointer, rule, gone, stays));
        if (!pair) break;
        await this.one(table, pair);
      }
    }
    await this.log.change(table, { [column]: sql`${stays}::uuid` }, sql`it.${raw(column)} = ${gone}::uuid`);
  }

  private async one(table: string, pair: Pair): Promise<void> {
    if (!('id' in pair.goes)) {
      await this.log.remove(table, await this.tables.withKey(table, pair.goes));
      return;
    }
    const [goes, keeps] = [String(pair.goes['id']), String(pair.keeps['id'])];
    const order = mergeOf(table)?.keeps;
    const first = order
      ? await oneIn<{ id: string }>(
          this.tx,
          sql`select id from ${raw(table)} where id in (${goes}, ${keeps}) order by ${raw(order)}, id = ${keeps} desc limit 1`,
        )
      : undefined;
    if (first?.id === goes) await this.row(table, keeps, goes);
    else await this.row(table, goes, keeps);
  }

  /** A row of any table goes; what points to it moves first, and links in mails that opened it open the other. */
  async row(table: string, gone: string, stays: string): Promise<void> {
    const combines = Object.entries(mergeOf(table)?.combines ?? {});
    if (combines.length > 0) {
      const both = (expression: string): Sql =>
        sql`(select ${raw(expression)} from ${raw(table)} kept, ${raw(table)} other where kept.id = ${stays} and other.id = ${gone})`;
      await this.log.change(
        table,
        Object.fromEntries(combines.map(([column, expression]) => [column, both(expression)])),
        sql`it.id = ${stays}::uuid`,
      );
    }
    for (const pointer of await this.tables.pointersTo(table)) await this.move(pointer, gone, stays);
    await this.log.change(
      'mail_link',
      { object_id: sql`${stays}::uuid` },
      sql`it.object_id = ${gone}::uuid and it.object_kind = ${table.replaceAll('_', '-')}`,
    );
    await this.log.remove(table, sql`it.id = ${gone}::uuid`);
  }
}

/** What moves: every column the areas declare, and every foreign key the database knows. */
export async function movedWith(tables: StoredTables, kind: MergedKind): Promise<Pointer[]> {
  const declared = referencesTo(kind).map(({ table, column }) => ({ table, column }));
  const keys = await tables.pointersTo(kind);
  return [...new Map([...declared, ...keys].map((it) => [`${it.table}.${it.column}`, it])).values()];
}

/** How many rows of each pointer will become one, for the preview. */
export async function joinsOf(
  tx: EntityManager,
  kind: MergedKind,
  gone: string,
  stays: string,
): Promise<{ table: string; count: number }[]> {
  const tables = new StoredTables(tx);
  const found: { table: string; count: number }[] = [];
  for (const pointer of await movedWith(tables, kind)) {
    for (const rule of await rulesFor(tables, pointer)) {
      const of = await pairs(tables, pointer, rule, gone, stays);
      const row = await oneIn<{ count: number }>(tx, sql`select count(*)::int as count from (${of}) pair`);
      if (row?.count) found.push({ table: pointer.table, count: row.count });
    }
  }
  return found;
}

async function rulesFor(tables: StoredTables, { table, column }: Pointer): Promise<UniqueRule[]> {
  const declared = mergeOf(table)?.same ?? [];
  const rules = [
    ...(await tables.rulesOf(table)),
    ...declared.map(({ keys, where, both }) => ({
      keys: [...keys],
      where,
      nullsEqual: false,
      ...(both ? { both } : {}),
    })),
  ];
  return rules.filter((rule) => rule.keys.includes(column));
}

/** Rows of `gone` and of `stays` that cannot both be there afterwards. */
async function pairs(
  tables: StoredTables,
  { table, column }: Pointer,
  rule: UniqueRule,
  gone: string,
  stays: string,
): Promise<Sql> {
  const others = rule.keys.filter((key) => key !== column);
  const picked = others.map((key, at) => raw(`, (${key}) as k${at}`));
  const key = await tables.keyOf(table, 'it');
  const of = (id: string): Sql =>
    sql`(select it.*, ${key} as row_key${join([raw(''), ...picked], '')} from ${raw(table)} it
         where it.${raw(column)} = ${id}::uuid and ${raw(rule.where ?? 'true')})`;
  const same = others.map((_, at) =>
    raw(rule.nullsEqual ? `one.k${at} is not distinct from other.k${at}` : `one.k${at} = other.k${at}`),
  );
  const conditions = [...same, ...(rule.both ? [raw(`(${rule.both})`)] : []), raw('true')];
  return sql`select one.row_key as goes, other.row_key as keeps from ${of(gone)} one
    join ${of(stays)} other on ${join(conditions, ' and ')} order by one.row_key, other.row_key`;
}
