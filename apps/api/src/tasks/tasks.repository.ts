import { Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { Page } from '@runder-tisch/domain/lists';
import { isOverdue, type TaskListItem, type TaskView } from '@runder-tisch/domain/tasks';
import type { TaskQuery } from '@runder-tisch/domain/tasks/tasks-requests';
import { addDays, berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { byId, listPage } from '../database/list-page';
import { reference } from '../database/reference';
import { contains } from '../database/words';
import { AHEAD_DAYS } from './tasks-today';
import { changeableTasks, doableTasks, ownTasks, visibleTasks } from './tasks-access';
import { personNameOf } from '../database/person-name';

type Row = Omit<TaskListItem, 'overdue'>;

@Injectable()
export class TasksRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What is due first stands first; what has no day stands last. */
  async list(viewer: Viewer, query: TaskQuery): Promise<Page<TaskListItem>> {
    const today = berlinDay(this.clock.now());
    const found = await listPage<Row>(this.database, query, {
      from: raw('task'),
      where: [visibleTasks(viewer), ...filters(viewer, query, today)],
      order: [{ by: sql`coalesce(it.due_on, 'infinity'::date)`, type: 'date' }, byId],
      columns: columns(viewer),
      joins: holders,
    });
    return { ...found, items: found.items.map((row) => withOverdue(row, today)) };
  }

  async find(viewer: Viewer, id: string): Promise<TaskView> {
    const row = await this.database.found<Row>(sql`
      select ${columns(viewer)} from task it ${holders} where it.id = ${id} and ${visibleTasks(viewer)}`);
    return withOverdue(row, berlinDay(this.clock.now()));
  }

  /** Own open tasks after those that are due already, the next ones first: for Heute. */
  async upcoming(viewer: Viewer, limit: number): Promise<TaskListItem[]> {
    const today = berlinDay(this.clock.now());
    const rows = await this.database.rows<Row>(sql`
      select ${columns(viewer)} from task it ${holders}
      where ${ownTasks(viewer)} and it.state = 'OPEN' and it.due_on > ${addDays(today, AHEAD_DAYS)}::date order by it.due_on, it.id limit ${limit}`);
    return rows.map((row) => withOverdue(row, today));
  }
}

const holders = sql`left join person on person.id = it.person_id left join organisation on organisation.id = it.organisation_id
  left join network on network.id = it.network_id`;

function columns(viewer: Viewer): Sql {
  return sql`it.id, it.version, it.title, it.detail, it.due_on::text as "dueOn", it.state, it.done_at as "doneAt", it.done_by as "doneBy", it.origin,
    ${reference('person', personNameOf('person'))} as person, ${reference('organisation')} as organisation, ${reference('network')} as network,
    it.meeting_id as "meetingId", coalesce(${changeableTasks(viewer)}, false) as "mayChange", coalesce(${doableTasks(viewer)}, false) as "mayMove"`;
}

function withOverdue(row: Row, today: string): TaskListItem {
  return { ...row, overdue: isOverdue(row, today) };
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
  if (query.search) conditions.push(contains(sql`it.title || ' ' || it.detail`, query.search));
  return conditions;
}
