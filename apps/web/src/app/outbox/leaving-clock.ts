import { type Signal, effect, inject, signal } from '@angular/core';
import type { OutboxDispatch } from '@runder-tisch/domain/outbox';
import { ScreenClock } from '@runder-tisch/ui/text';
import { Session } from '../session/session';

/** Mails that leave later than this are told by the minute. */
const SOON = 120_000;
/** Until then a worker has taken a mail that was due. */
const TAKEN = 4000;

/** Now: to the second while mails are about to leave. Asks again once they should have left. */
export function leavingClock(dispatches: () => readonly OutboxDispatch[], reload: () => void): Signal<Date> {
  const session = inject(Session);
  const screen = inject(ScreenClock);
  const now = signal(screen.exact());
  effect((onCleanup) => {
    screen.now();
    const exact = screen.exact();
    now.set(exact);
    if (!session.current().mail.leavesTheHouse) return;
    const waits = dispatches().flatMap(({ nextAt }) =>
      nextAt === null ? [] : [Date.parse(nextAt) - exact.getTime()],
    );
    const next = Math.min(...waits.filter((wait) => wait > 0 && wait < SOON));
    if (next === Infinity) return;
    const ticking = setInterval(() => now.set(screen.exact()), 1000);
    const left = setTimeout(reload, next + TAKEN);
    onCleanup(() => {
      clearInterval(ticking);
      clearTimeout(left);
    });
  });
  return now.asReadonly();
}
