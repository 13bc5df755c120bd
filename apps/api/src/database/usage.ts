import sql, { raw, type Sql } from 'sql-template-tag';
import type { Database } from './database';

/** The foreign keys to a table; known for the life of the process, as the schema is. */
const references = new Map<string, Promise<Sql>>();

/**
 * An expression over the alias `it` that counts the rows referring to it. It asks the database which tables do,
 * so an area further right need not tell the list it uses. Tables that go with the row do not count, and no table
 * counts for more than a hundred: what matters is whether anything refers to it, and a field of action has 25,000 Hinweise.
 */
export function usesOf(database: Pick<Database, 'rows'>, table: string): Promise<Sql> {
  let known = references.get(table);
  if (!known) {
    known = expression(database, table);
    references.set(table, known);
    known.catch(() => references.delete(table));
  }
  return known;
}

async function expression(database: Pick<Database, 'rows'>, table: string): Promise<Sql> {
  const keys = await database.rows<{ table: string; column: string }>(sql`
    select format('%I', referring.relname) as table, format('%I', attribute.attname) as column
    from pg_constraint
    join pg_class referring on referring.oid = pg_constraint.conrelid
    join pg_attribute attribute on attribute.attrelid = pg_constraint.conrelid and attribute.attnum = pg_constraint.conkey[1]
    where pg_constraint.contype = 'f' and pg_constraint.confrelid = ${table}::regclass
      and pg_constraint.confdeltype <> 'c' and cardinality(pg_constraint.conkey) = 1
    order by 1, 2`);
  const counts = keys.map(
    (key) =>
      `(select count(*) from (select from ${key.table} where ${key.table}.${key.column} = it.id limit 100) referring)`,
  );
  return raw(`(${['0', ...counts].join(' + ')})::int`);
}
