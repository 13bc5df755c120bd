import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { recallSeconds } from '@runder-tisch/domain/outbox';
import { generalProblems } from '@runder-tisch/domain/problem';
import {
  type TaskChange,
  type TaskEventKind,
  taskMoves,
  taskProblems,
  type TasksChangedView,
} from '@runder-tisch/domain/tasks';
import type { ChangeTasks } from '@runder-tisch/domain/tasks/tasks-requests';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { personNameOf } from '../database/person-name';
import { oneIn, rowsIn } from '../database/rows';
import { Outbox } from '../outbox/outbox';
import { problem } from '../problem/problem';
import { beforeOf, type LockedTask, lockedColumns, whoOf } from './locked-task';
import { TaskMails } from './mails/task-mails';
import { keepTaskEvents, type NewTaskEvent } from './task-events';
import { changeableTasks, doableTasks, visibleTasks } from './tasks-access';

const UNDO_MS = 86_400_000;

type Left = TasksChangedView['left'][number];
type ChosenTask = LockedTask & { who: string; mayChange: boolean; mayDo: boolean };

const kindOf: Record<TaskChange, TaskEventKind> = {
  done: 'DONE',
  reopen: 'REOPENED',
  drop: 'DROPPED',
  due: 'DUE',
  'hand-over': 'HANDED_OVER',
  remind: 'REMINDED',
};

/** One change to several tasks: what can be changed is, in one transaction, and what cannot says why. */
@Injectable()
export class SeveralTasks {
  constructor(
    private readonly database: Database,
    private readonly mails: TaskMails,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  change(viewer: Viewer, request: ChangeTasks): Promise<TasksChangedView> {
    return this.database.write(viewer, `task.several-${request.change}`, async (tx) => {
      const tasks = await this.chosen(tx, viewer, request.ids);
      if (tasks.length === 0) throw problem(generalProblems, 'not-found');
      const left: Left[] = [];
      const fit = tasks.filter((task) => {
        const code = refusalOf(task, request.change);
        if (code) left.push(leftBehind(task, code));
        return !code;
      });
      // With none of them theirs to change, it is refused as one alone would be.
      if (!tasks.some((task) => mayMake(task, request.change))) throw problem(taskProblems, 'task-not-yours');
      if (request.change === 'remind') return this.remind(tx, viewer, fit, left);
      const changed = fit.filter((task) => !isSo(task, request));
      await this.write(tx, viewer, changed, request);
      const after = await this.afterOf(tx, request);
      const batchId = newId();
      const events = changed.map((task): NewTaskEvent => ({
        taskId: task.id,
        kind: kindOf[request.change],
        before: beforeSaid(task, request.change),
        after,
        note: request.change === 'done' ? request.note : '',
        undo: beforeOf(task),
        versionAfter: task.version + 1,
      }));
      await keepTaskEvents(tx, viewer, this.clock.now(), events, batchId);
      return { batchId: events.length > 0 ? batchId : null, changed: events.length, recallUntil: null, left };
    });
  }

  /** Takes one's own change back, as far as nothing newer stands against it; mails only while they wait. */
  undo(viewer: Viewer, batchId: string): Promise<TasksChangedView> {
    return this.database.write(viewer, 'task.several-undo', async (tx) => {
      const now = this.clock.now();
      const rows = await rowsIn<
        ChosenTask & { eventId: string; kind: TaskEventKind; at: Date; versionAfter: number | null }
      >(
        tx,
        sql`select ${chosenColumns(viewer)}, event.id as "eventId", event.kind, event.at, event.version_after as "versionAfter"
            from task_event event join task it on it.id = event.task_id
            where event.batch_id = ${batchId} and event.account_id = ${viewer.accountId}::uuid and event.kind <> 'UNDONE' and ${visibleTasks(viewer)}            order by it.id for update of it`,
      );
      if (rows.length === 0) throw problem(generalProblems, 'not-found');
      if (rows.some(({ at }) => at.getTime() <= now.getTime() - UNDO_MS))
        throw problem(taskProblems, 'task-undo-too-late');
      if (rows.some(({ kind }) => kind === 'REMINDED')) {
        await this.outbox.recall(tx, batchId);
        await rowsIn(tx, sql`delete from task_mail where batch_id = ${batchId} returning id`);
        await rowsIn(tx, sql`delete from task_event where batch_id = ${batchId} returning id`);
        return { batchId: null, changed: rows.length, recallUntil: null, left: [] };
      }
      const left: Left[] = [];
      const back = rows.filter((task) => {
        if (task.version === task.versionAfter && task.mayDo) return true;
        left.push({ id: task.id, title: task.title, says: generalProblems['stale-version'].says });
        return false;
      });
      await rowsIn(
        tx,
        sql`update task set state = event.undo ->> 'state', done_at = (event.undo ->> 'doneAt')::timestamptz, done_by = event.undo ->> 'doneBy',
              done_note = event.undo ->> 'doneNote', due_on = (event.undo ->> 'dueOn')::date, person_id = (event.undo ->> 'personId')::uuid,
              organisation_id = (event.undo ->> 'organisationId')::uuid, version = task.version + 1
            from task_event event where event.id = any(${back.map((it) => it.eventId)}::uuid[]) and task.id = event.task_id returning task.id`,
      );
      const events = back.map(({ id }): NewTaskEvent => ({ taskId: id, kind: 'UNDONE' }));
      await keepTaskEvents(tx, viewer, now, events);
      return { batchId: null, changed: back.length, recallUntil: null, left };
    });
  }

  private chosen(tx: EntityManager, viewer: Viewer, ids: readonly string[]): Promise<ChosenTask[]> {
    return rowsIn<ChosenTask>(
      tx,
      sql`select ${chosenColumns(viewer)} from task it
          where it.id = any(${[...ids]}::uuid[]) and ${visibleTasks(viewer)} order by it.id for update of it`,
    );
  }

  private async write(
    tx: EntityManager,
    viewer: Viewer,
    tasks: readonly LockedTask[],
    { change, dueOn, personId, organisationId, note }: ChangeTasks,
  ): Promise<void> {
    if (tasks.length === 0) return;
    const now = this.clock.now();
    const set: Record<Exclude<TaskChange, 'remind'>, Sql> = {
      done: sql`state = 'DONE', done_at = ${now}, done_by = ${viewer.displayName}, done_note = ${note}`,
      reopen: sql`state = 'OPEN', done_at = null, done_by = '', done_note = ''`,
      drop: sql`state = 'DROPPED'`,
      due: sql`due_on = ${dueOn}::date`,
      'hand-over': sql`person_id = ${personId}::uuid, organisation_id = ${organisationId}::uuid`,
    };
    if (change === 'remind') return;
    await rowsIn(
      tx,
      sql`update task set ${set[change]}, version = version + 1 where id = any(${tasks.map(({ id }) => id)}::uuid[]) returning id`,
    );
  }

  /** Each hears of all their chosen tasks in one mail, which waits a minute. */
  private async remind(
    tx: EntityManager,
    viewer: Viewer,
    tasks: readonly ChosenTask[],
    left: Left[],
  ): Promise<TasksChangedView> {
    const now = this.clock.now();
    const batchId = newId();
    const notBefore = new Date(now.getTime() + recallSeconds * 1000);
    const ids = tasks.map(({ id }) => id);
    const told = await this.mails.remindNow(tx, viewer, ids, { batchId, notBefore });
    const events: NewTaskEvent[] = [];
    for (const task of tasks) {
      const { sent = [], asked = false } = told.get(task.id) ?? {};
      if (sent.length > 0) events.push({ taskId: task.id, kind: 'REMINDED', after: sent.join(', ') });
      else left.push(leftBehind(task, asked ? 'task-reminded-today' : 'task-nobody-to-remind'));
    }
    await keepTaskEvents(tx, viewer, now, events, batchId);
    const any = events.length > 0;
    return {
      batchId: any ? batchId : null,
      changed: events.length,
      recallUntil: any ? notBefore.toISOString() : null,
      left,
    };
  }

  /** The new day or the new names, as the history says them. */
  private async afterOf(tx: EntityManager, request: ChangeTasks): Promise<string> {
    if (request.change === 'due') return request.dueOn ?? '';
    if (request.change !== 'hand-over') return '';
    const named = await oneIn<{ who: string }>(
      tx,
      sql`select concat_ws(', ', (select ${personNameOf('person')} from person where person.id = ${request.personId}::uuid),
            (select organisation.name from organisation where organisation.id = ${request.organisationId}::uuid)) as who`,
    );
    return named?.who ?? '';
  }
}

function chosenColumns(viewer: Viewer): Sql {
  return sql`${lockedColumns}, ${whoOf} as who, coalesce(${changeableTasks(viewer)}, false) as "mayChange",
    coalesce(${doableTasks(viewer)}, false) as "mayDo"`;
}

/** Ticking off and back is also for whose task it is. */
function mayMake(task: ChosenTask, change: TaskChange): boolean {
  return change === 'done' || change === 'reopen' ? task.mayDo : task.mayChange;
}

function refusalOf(task: ChosenTask, change: TaskChange): keyof typeof taskProblems | null {
  if (!mayMake(task, change)) return 'task-not-yours';
  if (change === 'done' || change === 'reopen' || change === 'drop')
    return taskMoves.next(task.state, change).refusal ? 'task-move-refused' : null;
  return task.state === 'OPEN' ? null : 'task-not-open';
}

function leftBehind({ id, title }: LockedTask, code: keyof typeof taskProblems): Left {
  return { id, title, says: taskProblems[code].says };
}

/** What is so already is no change. */
function isSo(task: LockedTask, { change, dueOn, personId, organisationId }: ChangeTasks): boolean {
  if (change === 'due') return task.dueOn === dueOn;
  return change === 'hand-over' && task.personId === personId && task.organisationId === organisationId;
}

function beforeSaid(task: ChosenTask, change: TaskChange): string {
  if (change === 'due') return task.dueOn ?? '';
  return change === 'hand-over' ? task.who : '';
}
