import sql, { type Sql } from 'sql-template-tag';
import { personNameOf } from '../../database/person-name';

const item = (kind: Sql, id: Sql, facts: Sql): Sql => sql`${id} as id, ${kind} as kind, ${facts}`;

/**
 * What earlier meetings of the same network or committee left to do, for the meeting `it`: open tasks, also those given
 * between meetings, and Vereinbarungen of the year before of which nobody has said what became of them. The columns are
 * `id, kind, title, who, due_on, visibility`.
 */
export const leftOpen: Sql = sql`
  select ${item(sql`'TASK'::text`, sql`task.id`, sql`task.title`)}, coalesce(nullif(${personNameOf('person')}, ''), organisation.name, '') as who,
    task.due_on, coalesce(item.visibility, 'INTERNAL') as visibility
  from task left join meeting given on given.id = task.meeting_id left join minutes_entry line on line.id = task.minutes_entry_id
    left join agenda_item item on item.id = line.agenda_item_id
    left join person on person.id = task.person_id left join organisation on organisation.id = task.organisation_id
  where task.network_id = it.network_id and task.state = 'OPEN' and task.meeting_id is distinct from it.id
    and (given.starts_at is null or it.starts_at is null or given.starts_at < it.starts_at)
  union all
  select ${item(sql`'TASK'::text`, sql`task.id`, sql`task.title`)}, coalesce(nullif(${personNameOf('person')}, ''), organisation.name, ''),
    task.due_on, coalesce(item.visibility, 'INTERNAL')
  from meeting given join task on task.meeting_id = given.id left join minutes_entry line on line.id = task.minutes_entry_id
    left join agenda_item item on item.id = line.agenda_item_id
    left join person on person.id = task.person_id left join organisation on organisation.id = task.organisation_id
  where given.committee_id = it.committee_id and given.id <> it.id and given.starts_at < it.starts_at
    and task.state = 'OPEN' and task.network_id is null
  union all
  select ${item(sql`'AGREEMENT'`, sql`line.id`, sql`line.text`)}, '', null::date, coalesce(item.visibility, 'INTERNAL')
  from meeting earlier join minutes_entry line on line.meeting_id = earlier.id and line.kind = 'AGREEMENT' and line.deleted_at is null
    left join agenda_item item on item.id = line.agenda_item_id
  where (earlier.network_id = it.network_id or earlier.committee_id = it.committee_id) and earlier.minutes_approved_at is not null
    and earlier.starts_at < it.starts_at and earlier.starts_at > it.starts_at - interval '1 year'
    and not exists (select 1 from agreement_outcome outcome where outcome.minutes_entry_id = line.id)`;

/**
 * The same as the meeting `it` shows it: what was said of it first of all as it was said, and while the session is not over
 * what nobody has spoken of yet. Besides the columns above `mark, moved_to, version`, in the order of their days.
 */
export const openItems: Sql = sql`
  select said.item_id as id, case when said.task_id is null then 'AGREEMENT' else 'TASK' end as kind, said.title, said.who, said.due_on,
    said.visibility, said.mark, said.moved_to, said.version
  from meeting_open_item said where said.meeting_id = it.id
  union all
  select left_open.id, left_open.kind, left_open.title, left_open.who, left_open.due_on, left_open.visibility, 'OPEN', null::date, 0
  from (${leftOpen}) left_open
  where it.state not in ('HELD', 'MINUTES_APPROVED')
    and not exists (select 1 from meeting_open_item said where said.meeting_id = it.id and said.item_id = left_open.id)`;

/** The day of the next meeting of the same body after `it`. */
export const nextDay: Sql = sql`(select (next.starts_at at time zone 'Europe/Berlin')::date::text from meeting next
  where (next.network_id = it.network_id or next.committee_id = it.committee_id) and next.starts_at > it.starts_at
    and next.state in ('DRAFT', 'SCHEDULED', 'INVITED') order by next.starts_at limit 1)`;
