import { addDays } from '../../time';

/** Within how many days the minutes of a body must be there (KVG LSA § 58). */
export const minutesDays = 30;

/** The last day for the minutes of a session held on this day. */
export function minutesUntil(heldOn: string): string {
  return addDays(heldOn, minutesDays);
}
