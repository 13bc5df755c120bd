import { addDays, berlinDay, berlinInstantOrNext, type Day } from '../../time';
import type { ControlSession } from './control-paper';

/**
 * The session of a body on a day. A body whose sessions are kept elsewhere is known to have sat on the days of its
 * resolutions; such a session begins when its day is over.
 * @param beginnings instants of the sessions kept here
 * @param resolutions days on which the body decided something
 */
export function controlSession(
  day: Day,
  beginnings: readonly string[],
  resolutions: readonly Day[],
): ControlSession {
  const kept = new Map<Day, string>();
  for (const at of [...beginnings].sort()) if (!kept.has(dayOf(at))) kept.set(dayOf(at), at);
  const startOf = (it: Day): string => kept.get(it) ?? endOf(it);
  const at = startOf(day);
  const earlier = [...beginnings, ...resolutions.map(startOf)].filter((it) => it < at).sort();
  return { day, at, previousAt: earlier.at(-1) ?? null };
}

/** The next session of those kept here; today where none is planned. */
export function nextSessionDay(today: Day, beginnings: readonly string[]): Day {
  return (
    beginnings
      .map(dayOf)
      .filter((day) => day >= today)
      .sort()[0] ?? today
  );
}

function dayOf(at: string): Day {
  return berlinDay(new Date(at));
}

function endOf(day: Day): string {
  return berlinInstantOrNext({ date: addDays(day, 1), time: '00:00' }).toISOString();
}
