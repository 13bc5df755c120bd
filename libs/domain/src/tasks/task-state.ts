export const taskStates = ['OPEN', 'DONE', 'DROPPED'] as const;
export type TaskState = (typeof taskStates)[number];

export const taskStateLabels: Record<TaskState, string> = {
  OPEN: 'offen',
  DONE: 'erledigt',
  DROPPED: 'entfallen',
};

export const taskOrigins = ['MINUTES', 'MANUAL'] as const;
export type TaskOrigin = (typeof taskOrigins)[number];

export const taskMoves = ['done', 'reopen', 'drop'] as const;
export type TaskMove = (typeof taskMoves)[number];

/** Every change of a task's state; whatever is not here is refused. */
export const taskMoveTable: Record<TaskMove, { from: readonly TaskState[]; to: TaskState; label: string }> = {
  done: { from: ['OPEN'], to: 'DONE', label: 'Erledigt' },
  reopen: { from: ['DONE', 'DROPPED'], to: 'OPEN', label: 'Wieder öffnen' },
  drop: { from: ['OPEN'], to: 'DROPPED', label: 'Entfällt' },
};

export function mayMoveTask(state: TaskState, move: TaskMove): boolean {
  return taskMoveTable[move].from.includes(state);
}

/** A task is late from the day after it was due. */
export function isOverdue(task: { state: TaskState; dueOn: string | null }, today: string): boolean {
  return task.state === 'OPEN' && task.dueOn !== null && task.dueOn < today;
}
