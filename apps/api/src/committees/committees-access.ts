import sql, { type Sql } from 'sql-template-tag';
import { mayWith } from '@runder-tisch/domain/accounts';
import type { Viewer } from '../access/viewer';

export function visibleCommittees(viewer: Viewer): Sql {
  return mayWith(viewer.roles, 'committee:read') ? sql`true` : sql`false`;
}

export function changeableCommittees(viewer: Viewer): Sql {
  return mayWith(viewer.roles, 'committee:change') ? sql`true` : sql`false`;
}

/** Seats (alias `seat`) that are held or vacant on this day; the last day counts. */
export function currentCommitteeSeats(day: string): Sql {
  return sql`seat.from_day <= ${day}::date and (seat.to_day is null or seat.to_day >= ${day}::date)`;
}
