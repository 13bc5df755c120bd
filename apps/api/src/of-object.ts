import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { KindDeclaration } from './contribution';

/**
 * Something of the object that a row (alias `it`) names by `object_kind` and `object_id`, by its kind; inside `of`, `it`
 * is the object. Null where no such object is left.
 */
export function ofObject<Kind extends KindDeclaration>(kinds: readonly Kind[], of: (kind: Kind) => Sql): Sql {
  const cases = kinds.map(
    (kind) => sql`when ${raw(`'${kind.kind}'`)} then (select ${of(kind)}
      from (select it.object_id as id) named join ${raw(kind.table)} it on it.id = named.id)`,
  );
  return sql`case it.object_kind ${join(cases, ' ')} end`;
}
