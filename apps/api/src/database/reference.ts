import sql, { raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { rowsIn } from './rows';

/** A joined row as `NamedReference`, or null where the left join found none. */
export function reference(alias: string, name: Sql = raw(`${alias}.name`)): Sql {
  return sql`case when ${raw(alias)}.id is null then null else json_build_object('id', ${raw(alias)}.id, 'name', ${name}) end`;
}

/** The rows a join table leads to as a list of `NamedReference`, in the order planners gave them. */
export function references(
  target: string,
  through: string,
  column: string,
  ownerColumn: string,
  owner: Sql,
): Sql {
  const [of, by] = [raw(target), raw(through)];
  return sql`coalesce((select json_agg(json_build_object('id', ${of}.id, 'name', ${of}.name) order by ${of}.position)
    from ${by} join ${of} on ${of}.id = ${by}.${raw(column)} where ${by}.${raw(ownerColumn)} = ${owner}), '[]')`;
}

/** Makes the rows of a join table exactly these; what stays is not touched. */
export async function replaceLinks(
  tx: EntityManager,
  table: string,
  owner: { column: string; id: string },
  target: { column: string; ids: readonly string[] },
): Promise<void> {
  const [links, from, to] = [raw(table), raw(owner.column), raw(target.column)];
  await rowsIn(
    tx,
    sql`delete from ${links} where ${from} = ${owner.id} and ${to} <> all(${target.ids}::uuid[])`,
  );
  await rowsIn(
    tx,
    sql`insert into ${links} (${from}, ${to}) select ${owner.id}::uuid, unnest(${target.ids}::uuid[]) on conflict do nothing`,
  );
}
