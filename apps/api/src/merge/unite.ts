import sql, { raw } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { oneIn, rowsIn } from '../database/rows';
import { contributions } from '../contributions';
import { type MergedKind, referencesTo } from './references';

interface UniqueRule {
  table: string;
  /** Expressions of the index, the moved column among them. */
  keys: string[];
  where: string | null;
  nullsEqual: boolean;
}

interface Pointer {
  table: string;
  column: string;
}

/**
 * Makes one of two rows: whatever points to `gone` points to `stays` afterwards. Where both stand in the same place
 * (a unique index of the table), their two rows are made one the same way before, so that what hangs on them moves
 * along. Foreign keys and unique indexes are asked from the database, so no table can be forgotten.
 */
export class Unite {
  private readonly rules = new Map<string, Promise<UniqueRule[]>>();
  private readonly pointers = new Map<string, Promise<Pointer[]>>();

  constructor(private readonly tx: EntityManager) {}

  async people(gone: string, stays: string): Promise<void> {
    await this.kind('person', gone, stays);
  }

  async organisations(gone: string, stays: string): Promise<void> {
    await this.kind('organisation', gone, stays);
  }

  private async kind(kind: MergedKind, gone: string, stays: string): Promise<void> {
    for (const { merge } of contributions.flatMap((it) => it.tables))
      for (const statement of merge?.first?.[kind] ?? []) await this.tx.query(statement, [gone, stays]);
    for (const pointer of await this.moved(kind)) await this.move(pointer, gone, stays);
  }

  /** What moves: every column the areas declare, and every foreign key the database knows. */
  async moved(kind: MergedKind): Promise<Pointer[]> {
    const declared = referencesTo(kind).map(({ table, column }) => ({ table, column }));
    const keys = await this.pointersTo(kind);
    return [...new Map([...declared, ...keys].map((it) => [`${it.table}.${it.column}`, it])).values()];
  }

  private async move(pointer: Pointer, gone: string, stays: string): Promise<void> {
    for (const rule of await this.rulesOf(pointer.table)) {
      if (rule.keys.includes(pointer.column)) await this.settle(pointer, rule, gone, stays);
    }
    const { table, column } = pointer;
    const version = await this.hasColumn(table, 'version');
    await rowsIn(
      this.tx,
      sql`update ${raw(table)} set ${raw(column)} = ${stays} ${raw(version ? ', version = version + 1' : '')} where ${raw(column)} = ${gone}`,
    );
  }

  /** Pairs that would break a unique index: one row of each stays. */
  private async settle(pointer: Pointer, rule: UniqueRule, gone: string, stays: string): Promise<void> {
    const { table, column } = pointer;
    const others = rule.keys.filter((key) => key !== column);
    const picked = others.map((key, at) => `(${key}) as k${at}`);
    const has = await this.hasColumn(table, 'id');
    const of = (id: string): ReturnType<typeof sql> =>
      sql`(select ${raw([has ? 'id' : 'ctid::text as id', ...picked].join(', '))} from ${raw(table)}
           where ${raw(column)} = ${id} and ${raw(rule.where ?? 'true')})`;
    const same = others
      .map((_, at) =>
        rule.nullsEqual ? `one.k${at} is not distinct from other.k${at}` : `one.k${at} = other.k${at}`,
      )
      .join(' and ');
    const pairs = await rowsIn<{ goes: string; keeps: string }>(
      this.tx,
      sql`select one.id as goes, other.id as keeps from ${of(gone)} one join ${of(stays)} other on ${raw(same || 'true')}`,
    );
    for (const pair of pairs) {
      if (!has) {
        await rowsIn(this.tx, sql`delete from ${raw(table)} where ctid = ${pair.goes}::tid`);
        continue;
      }
      const { goes, keeps } = await this.chosen(table, pair);
      await this.row(table, goes, keeps);
    }
  }

  private async chosen(
    table: string,
    pair: { goes: string; keeps: string },
  ): Promise<{ goes: string; keeps: string }> {
    const order = contributions.flatMap((it) => it.tables).find((it) => it.table === table)?.merge?.keeps;
    if (!order) return pair;
    const first = await oneIn<{ id: string }>(
      this.tx,
      sql`select id from ${raw(table)} where id in (${pair.goes}, ${pair.keeps}) order by ${raw(order)}, id = ${pair.keeps} desc limit 1`,
    );
    return first?.id === pair.goes ? { goes: pair.keeps, keeps: pair.goes } : pair;
  }

  /** A row of any table goes; what points to it moves first. */
  private async row(table: string, gone: string, stays: string): Promise<void> {
    for (const pointer of await this.pointersTo(table)) await this.move(pointer, gone, stays);
    await rowsIn(this.tx, sql`delete from ${raw(table)} where id = ${gone}`);
  }

  private pointersTo(table: string): Promise<Pointer[]> {
    return remembered(this.pointers, table, () =>
      rowsIn<Pointer>(
        this.tx,
        sql`select format('%I', referring.relname) as table, format('%I', attribute.attname) as column
            from pg_constraint join pg_class referring on referring.oid = conrelid
              join pg_attribute attribute on attribute.attrelid = conrelid and attribute.attnum = conkey[1]
            where contype = 'f' and confrelid = ${table}::regclass and cardinality(conkey) = 1 order by 1, 2`,
      ),
    );
  }

  private rulesOf(table: string): Promise<UniqueRule[]> {
    return remembered(this.rules, table, () =>
      rowsIn<UniqueRule>(
        this.tx,
        sql`select ${table}::text as table, pg_get_expr(indpred, indrelid) as where, indnullsnotdistinct as "nullsEqual",
                   array(select pg_get_indexdef(indexrelid, key, true) from generate_series(1, indnkeyatts::int) key) as keys
            from pg_index where indrelid = ${table}::regclass and indisunique`,
      ),
    );
  }

  private async hasColumn(table: string, column: string): Promise<boolean> {
    const found = await oneIn(
      this.tx,
      sql`select 1 from pg_attribute where attrelid = ${table}::regclass and attname = ${column} and not attisdropped`,
    );
    return found !== undefined;
  }
}

function remembered<T>(known: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  let value = known.get(key);
  if (!value) known.set(key, (value = ask()));
  return value;
}
