import sql, { type Sql } from 'sql-template-tag';

/** Seats that are taken or vacant on this day; the last day counts. */
export function currentSeats(day: string): Sql {
  return sql`membership.from_day <= ${day}::date and (membership.to_day is null or membership.to_day >= ${day}::date)`;
}
