import sql, { type Sql } from 'sql-template-tag';

/** Words of a row that contain what was typed, whatever its capitals and accents. */
export function contains(words: Sql, typed: string): Sql {
  return sql`fold(${words}) like '%' || ${pattern(typed)} || '%'`;
}

/** The same over words that are kept folded, and have no index; what was typed is folded once and not for each row. */
export function foldedContain(folded: Sql, typed: string): Sql {
  return sql`${folded} like (select '%' || ${pattern(typed)} || '%')`;
}

/** What was typed as part of a pattern: signs that would stand for other letters stand for themselves. */
export function pattern(typed: string): Sql {
  return sql`regexp_replace(fold(${typed}), '([\\%_])', '\\\\\\1', 'g')`;
}
