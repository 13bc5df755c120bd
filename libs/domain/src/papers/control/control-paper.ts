import { type ControlState, goingControlStates } from './control-state';

/** What is known of a controlled resolution before a session. */
export interface Controlled {
  state: ControlState;
  /** Instant of the newest report. */
  reportedAt: string;
  dueOn: string | null;
  /** A standing order comes back on this day. */
  nextOn: string | null;
  decidedOn: string;
}

/** A session of the body: what was reported before its beginning is its business. */
export interface ControlSession {
  /** Day in Berlin, YYYY-MM-DD. */
  day: string;
  /** Its beginning, as an instant. */
  at: string;
  /** The beginning of the body's session before it; null where there was none. */
  previousAt: string | null;
}

/**
 * Whether the paper of a session shows a resolution, of which `it` is the newest report before the session. What is
 * reported as done is shown by the first session after the report and by no later one; a standing order from its day
 * on; everything else always.
 */
export function isShown(
  it: Pick<Controlled, 'state' | 'reportedAt' | 'nextOn'>,
  session: ControlSession,
): boolean {
  if (it.state === 'DONE') return session.previousAt === null || it.reportedAt >= session.previousAt;
  if (it.state === 'STANDING') return it.nextOn !== null && it.nextOn <= session.day;
  return true;
}

/** Whether somebody should have done or presented it before this day. */
export function isOverdue(it: Pick<Controlled, 'state' | 'dueOn'>, day: string): boolean {
  return goingControlStates.includes(it.state) && it.dueOn !== null && it.dueOn < day;
}

/**
 * The resolutions of a session's paper in their order: overdue, delayed, the other open ones, standing orders, what is
 * done. Within each by deadline, then by the day of the resolution.
 */
export function paperOf<Item extends Controlled>(items: readonly Item[], session: ControlSession): Item[] {
  return items
    .filter((it) => isShown(it, session))
    .map((it) => ({
      it,
      key: [rank(it, session.day), it.dueOn ?? it.nextOn ?? LAST, it.decidedOn].join(' '),
    }))
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ it }) => it);
}

const LAST = '9999-12-31';
const ranks: Record<ControlState, number> = { DELAYED: 1, OPEN: 2, IN_PROGRESS: 2, STANDING: 3, DONE: 4 };

function rank(it: Controlled, day: string): number {
  return isOverdue(it, day) ? 0 : ranks[it.state];
}
