import type { NamedReference } from '../lists';
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
  origin: TaskOrigin;
  person: NamedReference | null;
  organisation: NamedReference | null;
  network: NamedReference | null;
  /** The meeting whose minutes it comes from. */
  meetingId: string | null;
  mayChange: boolean;
  mayMove: boolean;
}

export type TaskView = TaskListItem;
