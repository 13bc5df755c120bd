import sql, { raw, type Sql } from 'sql-template-tag';

/** Seats that are taken or vacant on this day; the last day counts. */
export function currentSeats(day: string): Sql {
  return sql`membership.from_day <= ${day}::date and (membership.to_day is null or membership.to_day >= ${day}::date)`;
}

/** A person's name as lists show it, for the table or alias of that name. */
export function seatNames(alias: 'person' | 'deputy'): Sql {
  return raw(
    `trim(concat_ws(' ', nullif(${alias}.title, ''), nullif(${alias}.given_name, ''), ${alias}.family_name))`,
  );
}
