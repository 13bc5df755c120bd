import { Injectable } from '@nestjs/common';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Page } from '@runder-tisch/domain/lists';
import {
  daysOfDue,
  isOverdue,
  type TaskDue,
  type TaskEventView,
  type TaskListItem,
  type TaskObject,
  type TaskView,
} from '@runder-tisch/domain/tasks';
import type { TaskQuery } from '@runder-tisch/domain/tasks/tasks-requests';
import { addDays, berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { byId, byInstant, listPage, type ListStatement } from '../database/list-page';
import { reference } from '../database/reference';
import { contains } from '../database/words';
import { AHEAD_DAYS } from './tasks-today';
import { changeableTasks, doableTasks, ownTasks, visibleTasks } from './tasks-access';
import { personNameOf } from '../database/person-name';
import { kindNamed, kinds } from '../kinds';
import { ofObject } from '../of-object';

type Row = Omit<TaskListItem, 'overdue' | 'object'> & {
  objectKind: string | null;
  objectId: string | null;
  objectTitle: string | null;
};

const HISTORY = 100;

@Injectable()
export class TasksRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What is due first stands first and what has no day last; of what is done the latest stands first. */
  async list(viewer: Viewer, query: TaskQuery): Promise<Page<TaskListItem>> {
    const today = berlinDay(this.clock.now());
    const found = await listPage<Row>(this.database, query, {
      from: raw('task'),
      where: [visibleTasks(viewer), ...filters(viewer, query, today)],
      ...(query.state === 'DONE' ? byDone : byDue),
      columns: columns(viewer),
      joins: holders,
    });
    return { ...found, items: found.items.map((row) => asItem(row, today)) };
  }

  /** The same list as a whole, for a file. */
  async all(viewer: Viewer, query: TaskQuery): Promise<TaskListItem[]> {
    const today = berlinDay(this.clock.now());
    const rows = await this.database.rows<Row>(sql`
      select ${columns(viewer)} from task it ${holders} where ${join([visibleTasks(viewer), ...filters(viewer, query, today)], ' and ')}
      order by coalesce(it.due_on, 'infinity'::date), it.id`);
    return rows.map((row) => asItem(row, today));
  }

  async find(viewer: Viewer, id: string): Promise<TaskView> {
    const row = await this.database.found<Row>(sql`
      select ${columns(viewer)} from task it ${holders} where it.id = ${id} and ${visibleTasks(viewer)}`);
    return asItem(row, berlinDay(this.clock.now()));
  }

  /** What happened with one, newest first; of what minutes gave, its first line says so. */
  async history(viewer: Viewer, id: string): Promise<TaskEventView[]> {
    await this.database.found(sql`select it.id from task it where it.id = ${id} and ${visibleTasks(viewer)}`);
    return this.database.rows<TaskEventView>(sql`
      select id, kind, at, by, before, after, note from (
        select event.id, event.kind, event.at, event.by_name as by, event.before_said as before, event.after_said as after, event.note
        from task_event event where event.task_id = ${id}
        union all
        select it.id, 'CREATED', it.created_at, '', '', '', case when it.origin = 'MINUTES' then 'aus einem Protokoll' else '' end
        from task it where it.id = ${id} and not exists (
          select 1 from task_event event where event.task_id = it.id and event.kind = 'CREATED')) step
      order by at desc, id desc limit ${HISTORY}`);
  }

  /** Own open tasks after those that are due already, the next ones first: for Heute. */
  async upcoming(viewer: Viewer, limit: number): Promise<TaskListItem[]> {
    const today = berlinDay(this.clock.now());
    const rows = await this.database.rows<Row>(sql`
      select ${columns(viewer, sql`null`)} from task it ${holders}
      where ${ownTasks(viewer)} and it.state = 'OPEN' and it.due_on > ${addDays(today, AHEAD_DAYS)}::date order by it.due_on, it.id limit ${limit}`);
    return rows.map((row) => asItem(row, today));
  }
}

const holders = sql`left join person on person.id = it.person_id left join organisation on organisation.id = it.organisation_id
  left join network on network.id = it.network_id left join meeting given on given.id = it.meeting_id
  left join committee on committee.id = given.committee_id`;

const byDue: Pick<ListStatement, 'order' | 'descending'> = {
  order: [{ by: sql`coalesce(it.due_on, 'infinity'::date)`, type: 'date' }, byId],
};
const byDone: Pick<ListStatement, 'order' | 'descending'> = {
  order: [byInstant('done_at'), byId],
  descending: true,
};

/** What a task is about, by its name; looked up only where it is shown. */
function objectTitle(viewer: Viewer): Sql {
  return ofObject(kinds, ({ title, visible }) => sql`case when ${visible(viewer)} then ${raw(title)} end`);
}

function columns(viewer: Viewer, title: Sql = objectTitle(viewer)): Sql {
  return sql`it.id, it.version, it.title, it.detail, it.due_on::text as "dueOn", it.state, it.done_at as "doneAt", it.done_by as "doneBy", it.done_note as "doneNote", it.origin,
    ${reference('person', personNameOf('person'))} as person, ${reference('organisation')} as organisation, ${reference('network')} as network,
    ${reference('committee')} as committee, it.object_kind as "objectKind", it.object_id as "objectId", ${title} as "objectTitle",
    it.meeting_id as "meetingId", coalesce(${changeableTasks(viewer)}, false) as "mayChange", coalesce(${doableTasks(viewer)}, false) as "mayMove"`;
}

function asItem({ objectKind, objectId, objectTitle: title, ...row }: Row, today: string): TaskListItem {
  return { ...row, object: objectOf(objectKind, objectId, title), overdue: isOverdue(row, today) };
}

function objectOf(kind: string | null, id: string | null, title: string | null): TaskObject | null {
  if (kind === null || id === null) return null;
  const { label, path } = kindNamed(kind);
  return { kind, id, label, title, path: path.replace(':id', id) };
}

function filters(viewer: Viewer, query: TaskQuery, today: string): Sql[] {
  const conditions: Sql[] = [];
  if (query.of === 'mine') conditions.push(ownTasks(viewer));
  if (query.of === 'networks') conditions.push(sql`it.network_id = any(${viewer.networkIds}::uuid[])`);
  if (query.state === 'OVERDUE') conditions.push(sql`it.state = 'OPEN' and it.due_on < ${today}::date`);
  else if (query.state) conditions.push(sql`it.state = ${query.state}`);
  if (query.networkId) conditions.push(sql`it.network_id = ${query.networkId}`);
  if (query.meetingId) conditions.push(sql`it.meeting_id = ${query.meetingId}`);
  if (query.personId) conditions.push(sql`it.person_id = ${query.personId}`);
  if (query.organisationId) conditions.push(ofOrganisation(query.organisationId, today));
  if (query.committeeId) conditions.push(givenBy(sql`meeting.committee_id = ${query.committeeId}`));
  if (query.formatId) conditions.push(givenBy(sql`meeting.format_id = ${query.formatId}`));
  if (query.objectId) conditions.push(sql`it.object_id = ${query.objectId}`);
  if (query.origin) conditions.push(sql`it.origin = ${query.origin}`);
  if (query.due) conditions.push(dueWithin(query.due, today));
  if (query.search) conditions.push(contains(sql`it.title || ' ' || it.detail`, query.search));
  return conditions;
}

function givenBy(meeting: Sql): Sql {
  return sql`exists (select 1 from meeting where meeting.id = it.meeting_id and ${meeting})`;
}

/** Its own, and those of the people who speak for it and were given no other house. */
function ofOrganisation(id: string, today: string): Sql {
  return sql`(it.organisation_id = ${id} or (it.organisation_id is null and it.person_id in (
    select representation.person_id from representation where representation.organisation_id = ${id}
      and representation.from_day <= ${today}::date and (representation.to_day is null or representation.to_day >= ${today}::date))))`;
}

function dueWithin(due: TaskDue, today: string): Sql {
  const days = daysOfDue(due, today);
  if (!days) return sql`it.due_on is null`;
  const { from, to } = days;
  return join(
    [
      due === 'OVERDUE' ? sql`it.state = 'OPEN'` : sql`it.due_on is not null`,
      ...(from === null ? [] : [sql`it.due_on >= ${from}::date`]),
      ...(to === null ? [] : [sql`it.due_on <= ${to}::date`]),
    ],
    ' and ',
  );
}
