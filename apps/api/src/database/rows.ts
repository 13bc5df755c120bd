import { createHash } from 'node:crypto';
import type { Pool, QueryResultRow } from 'pg';
import type { Sql } from 'sql-template-tag';
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

/** Rows of one statement inside the transaction of `write`. */
export async function rowsIn<Row extends object>(tx: EntityManager, statement: Sql): Promise<Row[]> {
  const answer: unknown = await tx.query(statement.text, statement.values);
  // TypeORM answers UPDATE and DELETE with [rows, count], everything else with rows.
  if (
    Array.isArray(answer) &&
    answer.length === 2 &&
    Array.isArray(answer[0]) &&
    typeof answer[1] === 'number'
  ) {
    return answer[0] as Row[];
  }
  return answer as Row[];
}

/** The first row of one statement inside a transaction, or undefined. */
export async function oneIn<Row extends object>(tx: EntityManager, statement: Sql): Promise<Row | undefined> {
  return (await rowsIn<Row>(tx, statement))[0];
}
