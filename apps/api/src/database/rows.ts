import { createHash } from 'node:crypto';
import type { Pool, PoolClient, QueryResultRow } from 'pg';
import { Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';

const statementNames = new Map<string, string>();

/** Statements are few and fixed, so each gets a name and is planned once per connection. */
function statementName(text: string): string {
  let name = statementNames.get(text);
  if (name === undefined) {
    name = `rt_${createHash('sha1').update(text).digest('hex')}`;
    statementNames.set(text, name);
  }
  return name;
}

/** Rows of one statement through the driver's pool, as a named prepared statement. */
export async function rowsFrom<Row extends object>(pool: Pool, statement: Sql): Promise<Row[]> {
  const result = await pool.query<QueryResultRow>({
    name: statementName(statement.text),
    text: statement.text,
    values: statement.values,
  });
  return result.rows as Row[];
}

/** Longer texts are lists of values, another one each time: they are not worth keeping a plan for. */
const LONGEST_NAMED = 4000;

/**
 * Rows of one statement inside the transaction of `write`, as a named prepared statement too: TypeORM's own
 * `query` would have it planned anew each time.
 */
export async function rowsIn<Row extends object>(tx: EntityManager, statement: Sql): Promise<Row[]> {
  const { text, values } = statement;
  const runner = tx.queryRunner;
  if (!runner || runner.isReleased) throw new Error('A statement of a transaction that is over.');
  const connection = (await runner.connect()) as PoolClient;
  const result = await connection.query<Row & QueryResultRow>({
    ...(text.length > LONGEST_NAMED ? {} : { name: statementName(text) }),
    text,
    values,
  });
  return result.rows;
}

/** The first row of one statement inside a transaction, or undefined. */
export async function oneIn<Row extends object>(tx: EntityManager, statement: Sql): Promise<Row | undefined> {
  return (await rowsIn<Row>(tx, statement))[0];
}

/**
 * The same statement, its values with a type (`${id}::uuid`) hidden from whoever plans it. With them in sight PostgreSQL
 * thinks a plan for these very values so much better than one for all that it makes one at every look, which for a
 * statement over many tables takes longer than to answer it. For reads that find by keys and are asked again and again.
 */
export function planKept({ strings, values }: Sql): Sql {
  const [first = '', ...rest] = strings;
  const before = [first];
  for (const text of rest) {
    const type = /^::[a-z]+(?!\[)\b/.exec(text)?.[0];
    if (type) before[before.length - 1] += '(select ';
    before.push(type ? `${type})${text.slice(type.length)}` : text);
  }
  return new Sql(before, [...values]);
}
