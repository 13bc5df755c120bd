import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { rowsIn } from '../database/rows';
import { mergeOf } from './references';
import type { StoredTables } from './stored-tables';

/** What a step of a merge is remembered by. */
interface Done {
  position: number;
}

/**
 * The way a merge writes: each row it changes, takes away or adds is remembered in the order of the steps, with the
 * values of the columns it touched, and can be put back from there. The same statement does and remembers it.
 */
export class MergeLog {
  private position = 0;

  constructor(
    private readonly tx: EntityManager,
    private readonly tables: StoredTables,
    private readonly runId: string,
  ) {}

  /** Sets columns of the rows (alias `it`) for which `where` holds; answers how many became different. */
  async change(table: string, values: Readonly<Record<string, Sql>>, where: Sql): Promise<number> {
    const columns = Object.keys(values);
    const together = mergeOf(table)?.together ?? [];
    const watched = columns.some((it) => together.includes(it)) ? together : [];
    const remembered = [...new Set([...columns, ...watched])];
    const picked = (alias: string): Sql =>
      raw(`jsonb_build_object(${remembered.map((it) => `'${bare(it)}', ${alias}.${it}`).join(', ')})`);
    const set = columns.map((it) => sql`${raw(it)} = ${values[it]}`);
    if (await this.tables.hasColumn(table, 'version')) set.push(raw('version = it.version + 1'));
    return this.remember(sql`
      with was as materialized (select it.*, ${picked('it')} as was_before from ${raw(table)} it where ${where} for update of it),
      done as (
        update ${raw(table)} it set ${join(set)} from was where ${await this.tables.sameKey(table, 'it', 'was')}
        returning ${await this.tables.keyOf(table, 'it')} as key, was.was_before as before, ${picked('it')} as after)
      ${this.into(table, 'UPDATE')} key, before, after from done where before is distinct from after returning position`);
  }

  /** Takes the rows (alias `it`) away for which `where` holds. */
  async remove(table: string, where: Sql): Promise<number> {
    return this.remember(sql`
      with done as (
        delete from ${raw(table)} it where ${where}
        returning ${await this.tables.keyOf(table, 'it')} as key, to_jsonb(it) as before)
      ${this.into(table, 'DELETE')} key, before, null::jsonb from done returning position`);
  }

  async add(table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
    const columns = raw(Object.keys(row).join(', '));
    await this.remember(sql`
      with done as (
        insert into ${raw(table)} as it (${columns})
        select ${columns} from jsonb_populate_record(null::${raw(table)}, ${JSON.stringify(row)}::jsonb)
        returning ${await this.tables.keyOf(table, 'it')} as key, to_jsonb(it) as after)
      ${this.into(table, 'INSERT')} key, null::jsonb, after from done returning position`);
  }

  private into(table: string, operation: 'INSERT' | 'UPDATE' | 'DELETE'): Sql {
    return sql`insert into merge_step (run_id, position, table_name, operation, key, before, after)
      select ${this.runId}::uuid, ${this.position}::int + (row_number() over ())::int, ${table}, ${operation},`;
  }

  private async remember(statement: Sql): Promise<number> {
    const done = await rowsIn<Done>(this.tx, statement);
    this.position += done.length;
    return done.length;
  }
}

/** A name as JSON holds it: `"order"` is order. */
function bare(column: string): string {
  return column.replaceAll('"', '');
}
