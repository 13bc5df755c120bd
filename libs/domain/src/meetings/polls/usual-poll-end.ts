import { addDays, type Day, isDay } from '../../time';

const USUAL_DAYS = 7;

/**
 * Until when answers to a new Terminumfrage are asked for: a week, and before the first date it proposes.
 *
 * @param days as typed so far; what is no day yet does not count
 */
export function usualPollEnd(today: Day, days: readonly string[]): Day {
  const usual = addDays(today, USUAL_DAYS);
  const [first = ''] = days.filter(isDay).sort();
  if (!first || first > usual) return usual;
  const before = addDays(first, -1);
  return before < today ? today : before;
}
