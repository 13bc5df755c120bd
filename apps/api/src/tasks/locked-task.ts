import sql, { type Sql } from 'sql-template-tag';
import type { TaskState } from '@runder-tisch/domain/tasks';
import { personNameOf } from '../database/person-name';
import type { TaskBefore } from './task-events';

/** A task under its lock, with all a change may touch. */
export interface LockedTask extends Omit<TaskBefore, 'doneAt'> {
  id: string;
  version: number;
  title: string;
  state: TaskState;
  doneAt: Date | null;
}

/** Over `task` as `it`. */
export const lockedColumns: Sql = sql`it.id, it.version, it.title, it.state, it.done_at as "doneAt", it.done_by as "doneBy", it.done_note as "doneNote",
  it.due_on::text as "dueOn", it.person_id as "personId", it.organisation_id as "organisationId"`;

/** Who is to do it, by name: a person, a house, or a person for a house. */
export const whoOf: Sql = sql`concat_ws(', ', (select ${personNameOf('person')} from person where person.id = it.person_id),
  (select organisation.name from organisation where organisation.id = it.organisation_id))`;

export function beforeOf(task: LockedTask): TaskBefore {
  const { state, doneAt, doneBy, doneNote, dueOn, personId, organisationId } = task;
  return {
    ...{ state, doneBy, doneNote, dueOn, personId, organisationId },
    doneAt: doneAt?.toISOString() ?? null,
  };
}
