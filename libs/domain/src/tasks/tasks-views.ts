import type { NamedReference } from '../lists';
import type { TaskEventKind } from './task-event-kinds';
import type { TaskOrigin, TaskState } from './task-state';

export interface TaskListItem {
  id: string;
  version: number;
  title: string;
  detail: string;
  dueOn: string | null;
  overdue: boolean;
  state: TaskState;
  doneAt: string | null;
  doneBy: string;
  /** What came of it, in a sentence; mostly empty. */
  doneNote: string;
  origin: TaskOrigin;
  person: NamedReference | null;
  organisation: NamedReference | null;
  network: NamedReference | null;
  /** The meeting whose minutes it comes from. */
  meetingId: string | null;
  /** The committee whose session gave it. */
  committee: NamedReference | null;
  /** What it is about; its title is null where the viewer may not see it. */
  object: TaskObject | null;
  mayChange: boolean;
  mayMove: boolean;
}

export type TaskView = TaskListItem;

export interface TaskObject {
  kind: string;
  id: string;
  /** What such a thing is called, as "Organisation". */
  label: string;
  title: string | null;
  path: string;
}

/** One step of a task's way. */
export interface TaskEventView {
  id: string;
  kind: TaskEventKind;
  at: string;
  by: string;
  /** Days or names, as the kind has it; empty where there was nothing. */
  before: string;
  after: string;
  note: string;
}

/** What became of a change to several tasks. */
export interface TasksChangedView {
  /** By it the change can be taken back; null where nothing changed. */
  batchId: string | null;
  changed: number;
  /** Until when mails of a reminder can be taken back. */
  recallUntil: string | null;
  /** What stayed as it was, and why. */
  left: { id: string; title: string; says: string }[];
}
