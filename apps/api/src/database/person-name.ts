import { raw, type Sql } from 'sql-template-tag';

/**
 * A person's name as lists show it, for a table or alias: "Dr. Anna Berg". It stands here and not with the actors,
 * because the technical room of tasks shows names too.
 * @param alias written by us, never by a user: it stands in the statement as it is
 */
export function personNameOf(alias: string): Sql {
  return raw(
    `trim(concat_ws(' ', nullif(${alias}.title, ''), nullif(${alias}.given_name, ''), ${alias}.family_name))`,
  );
}

/** The same without the title, as protocols sign and mails greet. */
export function plainNameOf(alias: string): Sql {
  return raw(`trim(concat_ws(' ', nullif(${alias}.given_name, ''), ${alias}.family_name))`);
}
