import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { generalProblems } from '@runder-tisch/domain/problem';
import { type TaskEventKind, type TaskMove, taskMoves, taskProblems } from '@runder-tisch/domain/tasks';
import type { SaveTask } from '@runder-tisch/domain/tasks/tasks-requests';
import { MailLinks } from '../access/mail-links';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database, updateVersioned } from '../database/database';
import { forChange } from '../database/for-change';
import { newId } from '../database/new-id';
import { oneIn, rowsIn } from '../database/rows';
import { visibleKind } from '../kinds';
import { problem, refused } from '../problem/problem';
import { keepTaskEvents, type NewTaskEvent } from './task-events';
import { beforeOf, type LockedTask, lockedColumns, whoOf } from './locked-task';
import { Task } from './task.entity';
import { changeableTasks, doableTasks, visibleTasks } from './tasks-access';

/** What a line of the minutes says about a task. */
export interface MinutesTask {
  minutesEntryId: string;
  meetingId: string;
  networkId: string | null;
  title: string;
  dueOn: string | null;
  personId: string | null;
  organisationId: string | null;
}

/** What shall come back, to whom and when. */
export type FollowUp = Pick<Task, 'title' | 'dueOn' | 'personId' | 'objectKind' | 'objectId'>;

export const TASK_LINK = 'task';
const LINK_DAYS = 180;

const eventOf: Record<TaskMove, TaskEventKind> = { done: 'DONE', reopen: 'REOPENED', drop: 'DROPPED' };

/** Who does what until when. Areas write the tasks of their objects through this service, in their own transaction. */
@Injectable()
export class Tasks {
  constructor(
    private readonly database: Database,
    private readonly links: MailLinks,
    private readonly clock: Clock,
  ) {}

  async create(viewer: Viewer, request: SaveTask): Promise<{ id: string }> {
    await this.assertObject(viewer, request);
    return this.database.write(viewer, 'task.create', async (tx) => {
      const id = newId();
      await tx.insert(Task, {
        ...request,
        id,
        state: 'OPEN',
        doneBy: '',
        doneNote: '',
        origin: 'MANUAL',
        version: 1,
        createdAt: this.clock.now(),
      });
      // Read back through the predicate: nobody gives a network tasks that they do not coordinate.
      await this.lock(tx, viewer, id, changeableTasks(viewer));
      await this.keep(tx, viewer, [{ taskId: id, kind: 'CREATED' }]);
      return { id };
    });
  }

  async change(viewer: Viewer, id: string, version: number, request: SaveTask): Promise<void> {
    const known = await this.database.one<{ objectId: string | null }>(
      sql`select it.object_id as "objectId" from task it where it.id = ${id}`,
    );
    // What it is about may have gone out of sight since; it only has to be seen by whoever names it anew.
    if (request.objectId !== (known?.objectId ?? null)) await this.assertObject(viewer, request);
    return this.database.write(viewer, 'task.change', async (tx) => {
      const before = await this.lock(tx, viewer, id, changeableTasks(viewer));
      await updateVersioned(tx, Task, id, version, { ...request });
      const after = await this.lock(tx, viewer, id, changeableTasks(viewer));
      await this.keep(tx, viewer, changesOf(before, after));
    });
  }

  move(viewer: Viewer, id: string, move: TaskMove, note = ''): Promise<void> {
    return this.database.write(viewer, `task.${move}`, async (tx) => {
      const allowed = move === 'drop' ? changeableTasks(viewer) : doableTasks(viewer);
      await this.apply(tx, viewer, await this.lock(tx, viewer, id, allowed), move, note);
    });
  }

  /** For somebody who followed the link of a mail; the link names task and person. A second click changes nothing. */
  moveByLink(viewer: Viewer, id: string, move: 'done' | 'reopen', note = ''): Promise<void> {
    return this.database.write(viewer, `task.${move}-by-link`, async (tx) => {
      const task = await this.taken(tx, id);
      if (!task) throw problem(generalProblems, 'not-found');
      if (task.state === taskMoves.table[move].to) return;
      // What the office dropped is not brought back by a mail of last month.
      if (task.state === 'DROPPED') throw problem(taskProblems, 'task-move-refused');
      await this.apply(tx, viewer, task, move, note);
    });
  }

  /** A meeting, whose minutes somebody may take, says what became of an earlier task. What was so already stays. */
  async settle(
    tx: EntityManager,
    viewer: Viewer,
    id: string,
    said: { move: 'done' | 'reopen' } | { dueOn: string | null; insteadOf?: string | null },
    note = '',
  ): Promise<void> {
    const task = await this.taken(tx, id);
    if (!task) throw problem(generalProblems, 'not-found');
    if ('move' in said) {
      const { refusal } = taskMoves.next(task.state, said.move);
      if (!refusal) await this.apply(tx, viewer, task, said.move, note);
      return;
    }
    if (task.state !== 'OPEN' || task.dueOn === said.dueOn) return;
    // Somebody gave it another day since: theirs stays.
    if (said.insteadOf !== undefined && task.dueOn !== said.insteadOf) return;
    await updateVersioned(tx, Task, id, task.version, { dueOn: said.dueOn });
    const [before, after] = [task.dueOn ?? '', said.dueOn ?? ''];
    await this.keep(tx, viewer, [{ taskId: id, kind: 'DUE', before, after, note }]);
  }

  /** Writes the task of a line of the minutes; the same line again changes it while it is open. Answers with its id. */
  async saveFromMinutes(tx: EntityManager, task: MinutesTask): Promise<string> {
    const { minutesEntryId, meetingId, networkId, title, dueOn, personId, organisationId } = task;
    const saved = await oneIn<{ id: string }>(
      tx,
      sql`insert into task (id, title, due_on, person_id, organisation_id, network_id, meeting_id, minutes_entry_id, state, origin, created_at)
          values (${newId()}, ${title}, ${dueOn}::date, ${personId}::uuid, ${organisationId}::uuid, ${networkId}::uuid, ${meetingId},
                  ${minutesEntryId}, 'OPEN', 'MINUTES', ${this.clock.now()})
          on conflict (minutes_entry_id) do update set title = excluded.title, due_on = excluded.due_on, person_id = excluded.person_id,
            organisation_id = excluded.organisation_id, network_id = excluded.network_id, meeting_id = excluded.meeting_id,
            state = case when task.state = 'DROPPED' then 'OPEN' else task.state end, version = task.version + 1
          returning id`,
    );
    if (!saved) throw problem(generalProblems, 'unexpected');
    return saved.id;
  }

  /** The line of the minutes went away: an open task lapses, a done one stays done. */
  async dropFromMinutes(tx: EntityManager, minutesEntryId: string): Promise<void> {
    await rowsIn(
      tx,
      sql`update task set state = 'DROPPED', version = version + 1 where minutes_entry_id = ${minutesEntryId} and state = 'OPEN'`,
    );
  }

  /** A Wiedervorlage on another area's object: it comes back on Heute of one person. Answers with its id. */
  async followUp(tx: EntityManager, task: FollowUp): Promise<string> {
    const id = newId();
    await tx.insert(Task, {
      ...task,
      id,
      detail: '',
      state: 'OPEN',
      doneBy: '',
      doneNote: '',
      origin: 'MANUAL',
      version: 1,
      createdAt: this.clock.now(),
    });
    return id;
  }

  /** The address under which this person ticks the task off without an account; it stands in their mail alone. */
  async link(tx: EntityManager, taskId: string, personId: string | null): Promise<string> {
    const expiresAt = new Date(this.clock.now().getTime() + LINK_DAYS * 86_400_000);
    const token = await this.links.create(tx, {
      purpose: TASK_LINK,
      personId,
      objectKind: 'task',
      objectId: taskId,
      expiresAt,
    });
    return this.links.url(`/aufgabe/${token}`);
  }

  private async apply(
    tx: EntityManager,
    viewer: Viewer,
    task: LockedTask,
    move: TaskMove,
    note: string,
  ): Promise<void> {
    const { to, refusal } = taskMoves.next(task.state, move);
    if (refusal) throw refused(taskProblems, refusal);
    const done = move === 'done';
    await updateVersioned(tx, Task, task.id, task.version, {
      state: to,
      doneAt: done ? this.clock.now() : null,
      doneBy: done ? viewer.displayName : '',
      doneNote: done ? note : '',
    });
    const undo = beforeOf(task);
    await this.keep(tx, viewer, [
      { taskId: task.id, kind: eventOf[move], note, undo, versionAfter: task.version + 1 },
    ]);
  }

  private async assertObject(viewer: Viewer, { objectKind, objectId }: SaveTask): Promise<void> {
    if ((objectKind === null) !== (objectId === null))
      throw problem(taskProblems, 'task-object-incomplete', 'objectId');
    if (objectKind !== null && objectId !== null)
      await visibleKind(this.database, viewer, objectKind, objectId);
  }

  private keep(tx: EntityManager, viewer: Viewer, events: readonly NewTaskEvent[]): Promise<string> {
    return keepTaskEvents(tx, viewer, this.clock.now(), events);
  }

  /** Under its lock, for whom something else than their rows lets change it. */
  private taken(tx: EntityManager, id: string): Promise<LockedTask | undefined> {
    return oneIn<LockedTask>(
      tx,
      sql`select ${lockedColumns} from task it where it.id = ${id} for update of it`,
    );
  }

  private lock(
    tx: EntityManager,
    viewer: Viewer,
    id: string,
    may: Sql,
  ): Promise<LockedTask & { who: string }> {
    const refusal = () => problem(taskProblems, 'task-not-yours');
    const rights = { table: 'task', visible: visibleTasks(viewer), may, refusal };
    return forChange(tx, rights, id, sql`${lockedColumns}, ${whoOf} as who`);
  }
}

/** What a saved form changed, in the steps that people ask for later. */
function changesOf(
  before: LockedTask & { who: string },
  after: LockedTask & { who: string },
): NewTaskEvent[] {
  const taskId = after.id;
  const events: NewTaskEvent[] = [];
  if (before.dueOn !== after.dueOn)
    events.push({ taskId, kind: 'DUE', before: before.dueOn ?? '', after: after.dueOn ?? '' });
  if (before.who !== after.who)
    events.push({ taskId, kind: 'HANDED_OVER', before: before.who, after: after.who });
  return events.length > 0 ? events : [{ taskId, kind: 'CHANGED' }];
}
