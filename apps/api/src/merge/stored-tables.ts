import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { rowsIn } from '../database/rows';

/** A primary key by column, as JSON holds it. */
export type RowKey = Readonly<Record<string, string | number>>;

export interface Pointer {
  table: string;
  column: string;
}

export interface UniqueRule {
  /** Expressions of the index, the moved column among them. */
  keys: string[];
  where: string | null;
  nullsEqual: boolean;
  /** What must hold of `one` and `other` besides. */
  both?: string;
}

interface KeyColumn {
  name: string;
  type: string;
}

/** What the database knows of its tables, asked once for each and transaction, so that no table can be forgotten. */
export class StoredTables {
  private readonly known = new Map<string, Promise<unknown>>();

  constructor(private readonly tx: EntityManager) {}

  /** Every foreign key to the `id` of a table, also one of several columns. */
  pointersTo(table: string): Promise<Pointer[]> {
    return this.remembered(`pointers ${table}`, () =>
      rowsIn<Pointer>(
        this.tx,
        sql`select format('%I', referring.relname) as table, format('%I', own.attname) as column
            from pg_constraint join pg_class referring on referring.oid = conrelid
              join lateral unnest(conkey, confkey) as pair (referring_column, referred_column) on true
              join pg_attribute own on own.attrelid = conrelid and own.attnum = pair.referring_column
              join pg_attribute referred on referred.attrelid = confrelid and referred.attnum = pair.referred_column
            where contype = 'f' and confrelid = ${table}::regclass and referred.attname = 'id' order by 1, 2`,
      ),
    );
  }

  rulesOf(table: string): Promise<UniqueRule[]> {
    return this.remembered(`rules ${table}`, () =>
      rowsIn<UniqueRule>(
        this.tx,
        sql`select pg_get_expr(indpred, indrelid) as where, indnullsnotdistinct as "nullsEqual",
                   array(select pg_get_indexdef(indexrelid, key, true) from generate_series(1, indnkeyatts::int) key) as keys
            from pg_index where indrelid = ${table}::regclass and indisunique`,
      ),
    );
  }

  async hasColumn(table: string, column: string): Promise<boolean> {
    const columns = await this.remembered(`columns ${table}`, () =>
      rowsIn<{ name: string }>(
        this.tx,
        sql`select format('%I', attname) as name from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped`,
      ),
    );
    return columns.some((it) => it.name === column);
  }

  /** Those a row can be given: what the database works out itself is left out. */
  async givenColumns(table: string): Promise<string[]> {
    const columns = await this.remembered(`given ${table}`, () =>
      rowsIn<{ name: string }>(
        this.tx,
        sql`select format('%I', attname) as name from pg_attribute
            where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity <> 'a'`,
      ),
    );
    return columns.map((it) => it.name);
  }

  private keyColumns(table: string): Promise<KeyColumn[]> {
    return this.remembered(`key ${table}`, () =>
      rowsIn<KeyColumn>(
        this.tx,
        sql`select attname as name, format_type(atttypid, atttypmod) as type
            from pg_index join pg_attribute on attrelid = indrelid and attnum = any(indkey)
            where indrelid = ${table}::regclass and indisprimary order by array_position(indkey::int2[], attnum)`,
      ),
    );
  }

  /** The key of each row as JSON: an expression over the alias. */
  async keyOf(table: string, alias: string): Promise<Sql> {
    const columns = await this.keyColumns(table);
    return raw(
      `jsonb_build_object(${columns.map(({ name }) => `'${name}', ${alias}."${name}"`).join(', ')})`,
    );
  }

  /** Two rows are the same: a condition over their aliases. */
  async sameKey(table: string, alias: string, other: string): Promise<Sql> {
    const columns = await this.keyColumns(table);
    return raw(columns.map(({ name }) => `${alias}."${name}" = ${other}."${name}"`).join(' and '));
  }

  /** The row with this key, under the alias `it`. */
  async withKey(table: string, key: RowKey): Promise<Sql> {
    const columns = await this.keyColumns(table);
    return join(
      columns.map(({ name, type }) => sql`it.${raw(`"${name}"`)} = ${String(key[name])}::text::${raw(type)}`),
      ' and ',
    );
  }

  private remembered<T>(what: string, ask: () => Promise<T>): Promise<T> {
    let value = this.known.get(what) as Promise<T> | undefined;
    if (!value) this.known.set(what, (value = ask()));
    return value;
  }
}
