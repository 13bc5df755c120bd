/** How long each agenda item has been talked about. Plain data, so that it survives a reload of the page. */
export interface ItemClock {
  current: string | null;
  /** When the current item was opened; null while the clock stands. */
  since: number | null;
  used: Readonly<Record<string, number>>;
}

export const stoppedClock: ItemClock = { current: null, since: null, used: {} };

/** Under this and the meeting's id a device keeps its clock. */
export const CLOCK_KEY = 'rt-agenda-clock-';

const OUTSIDE_AGENDA = '';

/** Opens another item; without `runs` (session not started or over) only the place changes. */
export function openItem(clock: ItemClock, item: string | null, now: number, runs: boolean): ItemClock {
  return { ...stopClock(clock, now), current: item, since: runs ? now : null };
}

export function stopClock(clock: ItemClock, now: number): ItemClock {
  if (clock.since === null) return clock;
  const key = clock.current ?? OUTSIDE_AGENDA;
  return { ...clock, since: null, used: { ...clock.used, [key]: usedTime(clock, clock.current, now) } };
}

/** Milliseconds spent on this item so far. */
export function usedTime(clock: ItemClock, item: string | null, now: number): number {
  const before = clock.used[item ?? OUTSIDE_AGENDA] ?? 0;
  return clock.since !== null && clock.current === item ? before + Math.max(0, now - clock.since) : before;
}

/** Reads what a device kept; anything unexpected counts as nothing. */
export function readClock(text: string | null): ItemClock {
  try {
    const kept = JSON.parse(text ?? '') as Partial<ItemClock>;
    const isWhole =
      typeof kept.used === 'object' && kept.used !== null && Object.values(kept.used).every(Number.isFinite);
    if (!isWhole) return stoppedClock;
    return {
      current: typeof kept.current === 'string' ? kept.current : null,
      since: typeof kept.since === 'number' ? kept.since : null,
      used: kept.used ?? {},
    };
  } catch {
    return stoppedClock;
  }
}
