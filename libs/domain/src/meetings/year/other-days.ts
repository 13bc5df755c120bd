import { addDays, daysBetween, isDay, weekday, type Day } from '../../time';

/** In the order in which people look for another day: the same weekday in other weeks, then the days around. */
const SHIFTS = [7, 14, -7, 1, -1, 2, -2, 21, 3, -3, -14, 28];

/** Working days near a day that may suit instead, none of them today or past; none of a malformed day. */
export function otherDays(day: Day, today: Day): Day[] {
  if (!isDay(day)) return [];
  return SHIFTS.map((shift) => addDays(day, shift)).filter(
    (it) => weekday(it) <= 5 && daysBetween(today, it) >= 1,
  );
}
