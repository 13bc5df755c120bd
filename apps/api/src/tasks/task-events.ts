import sql, { join } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { TaskEventKind, TaskState } from '@runder-tisch/domain/tasks';
import type { Viewer } from '../access/viewer';
import { newId } from '../database/new-id';
import { rowsIn } from '../database/rows';

/** What a task says that a change may be taken back to. */
export interface TaskBefore {
  state: TaskState;
  doneAt: string | null;
  doneBy: string;
  doneNote: string;
  dueOn: string | null;
  personId: string | null;
  organisationId: string | null;
}

export interface NewTaskEvent {
  taskId: string;
  kind: TaskEventKind;
  before?: string;
  after?: string;
  note?: string;
  undo?: TaskBefore;
  versionAfter?: number;
}

/** Keeps steps of tasks, all of one deed: it is taken back by the id this answers. */
export async function keepTaskEvents(
  tx: EntityManager,
  viewer: Pick<Viewer, 'accountId' | 'displayName'>,
  at: Date,
  events: readonly NewTaskEvent[],
  batchId: string = newId(),
): Promise<string> {
  if (events.length === 0) return batchId;
  const rows = events.map(
    ({ taskId, kind, before = '', after = '', note = '', undo, versionAfter = null }) =>
      sql`(${newId()}::uuid, ${taskId}::uuid, ${batchId}::uuid, ${kind}::text, ${at}::timestamptz, ${viewer.accountId}::uuid, ${viewer.displayName},
           ${before}, ${after}, ${note}, ${undo ? JSON.stringify(undo) : null}::jsonb, ${versionAfter}::int)`,
  );
  await rowsIn(
    tx,
    sql`insert into task_event (id, task_id, batch_id, kind, at, account_id, by_name, before_said, after_said, note, undo, version_after)
        values ${join(rows)}`,
  );
  return batchId;
}
