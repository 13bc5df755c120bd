import type { AttendanceLine } from '@runder-tisch/domain/meetings';

export interface Seat extends AttendanceLine {
  /** Stays the same while the row's id may still change to that of another device. */
  key: string;
}

/** Whoever was invited or is known by name is one seat however many devices ticked them; a guest is what one device typed. */
export function seatKey(row: AttendanceLine): string {
  return row.invitationId ?? row.personId ?? row.id ?? '';
}
