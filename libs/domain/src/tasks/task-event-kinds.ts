/** What is kept of a task's way; each is said to whoever opens it. */
export const taskEventKinds = [
  'CREATED',
  'CHANGED',
  'DONE',
  'REOPENED',
  'DROPPED',
  'DUE',
  'HANDED_OVER',
  'REMINDED',
  'ESCALATED',
  'UNDONE',
] as const;
export type TaskEventKind = (typeof taskEventKinds)[number];
