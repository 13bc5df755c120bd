import type { TaskListItem } from './tasks-views';

/** At most this many lines on Heute; the rest is a number. */
export const TODAY_LINES = 7;

/** How urgent a line is; lines are ordered by it, then by due day. Areas may go between the steps. */
export const todayPriority = {
  /** Somebody waits for it now: a session running, minutes to approve, an overdue task. */
  now: 10,
  /** Due within days: silent invitees before a meeting, feedback to triage. */
  soon: 20,
  /** Good to do: vacancies, drafts, resubmissions without a day. */
  sometime: 30,
} as const;

/** One thing to do, in plain verbs. */
export interface TodayLine {
  kind: string;
  id: string;
  priority: number;
  text: string;
  /** The page where it is done. */
  path: string;
  /** What the button says. */
  action: string;
  /** The day it is due, or null. */
  due: string | null;
  /** Where the button posts to at once, without a body; null: the button leads to the page. */
  post: string | null;
  /** Where "Rückgängig" posts to, or null. */
  undo: string | null;
}

export interface TodayMeeting {
  id: string;
  title: string;
  startsAt: string;
  endsAt: string | null;
  place: string;
  state: string;
  accepted: number;
  tentative: number;
  declined: number;
  silent: number;
}

export interface TodayView {
  /** The day in Berlin for which this is said. */
  today: string;
  lines: TodayLine[];
  /** Lines beyond those shown. */
  more: number;
  meetings: TodayMeeting[];
  /** The viewer's next open tasks that are not due yet. */
  upcoming: TaskListItem[];
}
