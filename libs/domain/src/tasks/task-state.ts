import { type MoveOf, Moves } from '../moves';
import { taskProblems } from './tasks-problems';

export const taskStates = ['OPEN', 'DONE', 'DROPPED'] as const;
export type TaskState = (typeof taskStates)[number];

export const taskStateLabels: Record<TaskState, string> = {
  OPEN: 'offen',
  DONE: 'erledigt',
  DROPPED: 'entfallen',
};

export const taskOrigins = ['MINUTES', 'MANUAL'] as const;
export type TaskOrigin = (typeof taskOrigins)[number];

export const taskOriginLabels: Record<TaskOrigin, string> = {
  MINUTES: 'aus einem Protokoll',
  MANUAL: 'von Hand angelegt',
};

/** Nothing is at its end: what was done or dropped may come back. */
export const taskMoves = new Moves({
  states: taskStates,
  starts: ['OPEN'],
  ends: [],
  problems: taskProblems,
  otherwise: 'task-move-refused',
  table: {
    done: { from: ['OPEN'], to: 'DONE' },
    reopen: { from: ['DONE', 'DROPPED'], to: 'OPEN' },
    drop: { from: ['OPEN'], to: 'DROPPED' },
  },
});
export type TaskMove = MoveOf<typeof taskMoves>;

/** A task is late from the day after it was due. */
export function isOverdue(task: { state: TaskState; dueOn: string | null }, today: string): boolean {
  return task.state === 'OPEN' && task.dueOn !== null && task.dueOn < today;
}
