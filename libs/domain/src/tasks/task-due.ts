import { addDays, type Day, weekday } from '../time';

/** By when tasks are due, as the list is cut down to them. */
export const taskDues = ['OVERDUE', 'WEEK', 'LATER', 'NONE'] as const;
export type TaskDue = (typeof taskDues)[number];

export const taskDueLabels: Record<TaskDue, string> = {
  OVERDUE: 'Überfällig',
  WEEK: 'Diese Woche',
  LATER: 'Später',
  NONE: 'Ohne Frist',
};

/**
 * The days of one of these. In: which one, and today in Berlin. Out: first and last day, both included, null where there
 * is no end; null altogether for what has no day. A week ends on Sunday; what is overdue is not part of it, so the four
 * share no task and leave none out.
 */
export function daysOfDue(due: TaskDue, today: Day): { from: Day | null; to: Day | null } | null {
  const sunday = addDays(today, 7 - weekday(today));
  switch (due) {
    case 'OVERDUE':
      return { from: null, to: addDays(today, -1) };
    case 'WEEK':
      return { from: today, to: sunday };
    case 'LATER':
      return { from: addDays(sunday, 1), to: null };
    case 'NONE':
      return null;
  }
}
