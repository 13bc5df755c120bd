import sql, { type Sql } from 'sql-template-tag';
import { reportRoom } from '@runder-tisch/domain/yearly-reports';
import { personNameOf } from '../database/person-name';
import { isInvited } from '../meetings/meeting-sql';
import { isAgreement, outcomeOf } from '../meetings/protocol/agreements';
import { currentSeats } from '../networks/membership-sql';

/** The days a report tells of; `until` is the end of the year or today. */
export interface ReportedSpan {
  from: string;
  until: string;
}

/** Over `column`, an instant: within the days of Berlin that are reported. */
function within(column: Sql, { from, until }: ReportedSpan): Sql {
  return sql`${column} >= (${from}::date)::timestamp at time zone 'Europe/Berlin'
    and ${column} < (${until}::date + 1)::timestamp at time zone 'Europe/Berlin'`;
}

/** Meetings of the network `it` that took place, as the table `held` of the statement around. */
export function heldInSpan(span: ReportedSpan): Sql {
  return sql`select meeting.id, meeting.title, meeting.starts_at, (meeting.starts_at at time zone 'Europe/Berlin')::date as day
    from meeting join it on meeting.network_id = it.id
    where meeting.state in ('HELD', 'MINUTES_APPROVED') and ${within(sql`meeting.starts_at`, span)}`;
}

/** One row per meeting and organisation that had a seat, was invited or came, and whether somebody came for it: `took`. */
export const tookPart = sql`select held.id, asked.organisation_id, bool_or(asked.present) as present
  from held cross join lateral (
    select membership.organisation_id, false as present from membership join it on membership.network_id = it.id
      where membership.role <> 'GUEST' and membership.from_day <= held.day and (membership.to_day is null or membership.to_day >= held.day)
    union all
    select coalesce(invitation.on_behalf_of_id, invitation.organisation_id), false from invitation
      where invitation.meeting_id = held.id and ${isInvited}
    union all
    select coalesce(attendance.organisation_id, invitation.on_behalf_of_id, invitation.organisation_id), true
      from attendance left join invitation on invitation.id = attendance.invitation_id
      where attendance.meeting_id = held.id and attendance.present) asked
  where asked.organisation_id is not null group by held.id, asked.organisation_id`;

export const attendanceSql = sql`coalesce((select json_agg(json_build_object('organisation', told.name, 'came', told.came, 'of', told.of)
    order by told.came desc, told.of desc, told.name collate "de-x-icu")
  from (select organisation.name, count(*) filter (where took.present)::int as came, count(*)::int as of
    from took join organisation on organisation.id = took.organisation_id group by organisation.id) told), '[]')`;

/** Guests are not counted; where nobody was invited by mail, those the list of presence knows as members were. */
export const meetingsSql = sql`coalesce((select json_agg(json_build_object('on', held.day, 'title', held.title,
    'invited', greatest(asked.count, there.known), 'present', there.present,
    'topics', coalesce((select json_agg(agenda_item.title order by agenda_item.position) from agenda_item
      where agenda_item.meeting_id = held.id and agenda_item.visibility <> 'HIDDEN'), '[]')) order by held.starts_at)
  from held
    cross join lateral (select count(*)::int as count from invitation where invitation.meeting_id = held.id and ${isInvited}) asked
    cross join lateral (select count(*) filter (where attendance.present)::int as present, count(*)::int as known from attendance
      where attendance.meeting_id = held.id and (attendance.invitation_id is not null or exists (
        select 1 from membership join it on membership.network_id = it.id
        where attendance.person_id in (membership.person_id, membership.deputy_person_id)))) there), '[]')`;

export function cancelledSql(span: ReportedSpan): Sql {
  return sql`(select count(*)::int from meeting where meeting.network_id = it.id and meeting.state = 'CANCELLED'
    and ${within(sql`meeting.starts_at`, span)})`;
}

/** What approved minutes of the span hold; an outcome counts as soon as it was known on the last day told. */
export function agreementsSql(span: ReportedSpan): Sql {
  return sql`coalesce((select json_agg(json_build_object('text', told.text, 'on', told.day, 'outcome', told.outcome, 'note', told.note)
      order by told.day, told.position, told.id)
    from (select minutes_entry.id, minutes_entry.text, minutes_entry.position, held.day, ${outcomeOf} as outcome, coalesce(agreement_outcome.note, '') as note
      from held join minutes_entry on minutes_entry.meeting_id = held.id join meeting it on it.id = held.id
        left join agenda_item on agenda_item.id = minutes_entry.agenda_item_id
        left join agreement_outcome on agreement_outcome.minutes_entry_id = minutes_entry.id
          and agreement_outcome.settled_at < (${span.until}::date + 1)::timestamp at time zone 'Europe/Berlin'
      where ${isAgreement} and coalesce(agenda_item.visibility, 'INTERNAL') <> 'HIDDEN') told), '[]')`;
}

/** Tasks that were given or done in the span, and what was open at its end. Names of organisations alone. */
export function tasksSql(span: ReportedSpan): Sql {
  const end = sql`(${span.until}::date + 1)::timestamp at time zone 'Europe/Berlin'`;
  const open = sql`((task.state = 'OPEN' or (task.state = 'DONE' and task.done_at >= ${end})) and task.created_at < ${end})`;
  return sql`(select json_build_object(
      'done', count(*) filter (where task.state = 'DONE' and ${within(sql`task.done_at`, span)}),
      'dropped', count(*) filter (where task.state = 'DROPPED' and ${within(sql`task.created_at`, span)}),
      'open', count(*) filter (where ${open}),
      'overdue', count(*) filter (where ${open} and task.due_on < ${span.until}::date),
      'listed', coalesce((select json_agg(json_build_object('title', first.title, 'dueOn', first.due_on, 'who', first.who)
          order by first.due_on nulls last, first.id) from (
        select task.id, task.title, task.due_on, coalesce(organisation.name, '') as who
        from task left join organisation on organisation.id = task.organisation_id
        where task.network_id = it.id and ${open} order by task.due_on nulls last, task.id limit ${reportRoom.tasks}) first), '[]'))
    from task where task.network_id = it.id)`;
}

/** Over `feedback`: of the network, as its coordination reads it, received in the span. */
function reported(span: ReportedSpan): Sql {
  return sql`feedback.network_id = it.id and feedback.state <> 'SESSION' and ${within(sql`feedback.received_at`, span)}`;
}

export function feedbackSql(span: ReportedSpan): Sql {
  const decided = sql`feedback.state in ('DECIDED', 'ANSWERED', 'ARCHIVED')`;
  const counted = (
    by: Sql,
    as: string,
    where: Sql,
  ): Sql => sql`coalesce((select json_agg(json_build_object(${as}::text, told.word, 'count', told.count)
      order by told.count desc, told.word)
    from (select ${by} as word, count(*)::int as count from feedback where ${reported(span)} and ${where} group by ${by}) told), '[]')`;
  return sql`(select json_build_object('total', count(*),
      'waiting', count(*) filter (where feedback.state in ('SUBMITTED', 'TRIAGED', 'LINKED')),
      'rejected', count(*) filter (where feedback.state = 'REJECTED'),
      'answered', count(*) filter (where feedback.state in ('ANSWERED', 'ARCHIVED')),
      'bySource', ${counted(sql`feedback.source`, 'source', sql`true`)},
      'byDecision', ${counted(sql`feedback.decision`, 'decision', decided)},
      'listed', coalesce((select json_agg(json_build_object('number', last.number, 'text', last.text, 'decision', last.decision,
          'reason', last.reason, 'forwardedTo', last.forwarded_to) order by last.decided_at desc nulls last, last.id)
        from (select feedback.id, coalesce(feedback.number, '') as number, feedback.triaged_text as text, feedback.decision, feedback.reason,
            feedback.forwarded_to, feedback.decided_at
          from feedback where ${reported(span)} and ${decided} and feedback.triaged_text is not null
          order by feedback.decided_at desc nulls last, feedback.id limit ${reportRoom.feedback}) last), '[]'))
    from feedback where ${reported(span)})`;
}

/** Who of them is there at the end, which places are empty, and which organisations came and went. */
export function seatsSql({ from, until }: ReportedSpan): Sql {
  const names = (
    where: Sql,
  ): Sql => sql`coalesce((select json_agg(told.name order by told.name collate "de-x-icu") from (
      select distinct organisation.name from membership join organisation on organisation.id = membership.organisation_id
      where membership.network_id = it.id and membership.role <> 'GUEST' and ${where}) told), '[]')`;
  const other = (condition: Sql): Sql => sql`not exists (select 1 from membership further
      where further.network_id = it.id and further.organisation_id = membership.organisation_id and further.role <> 'GUEST' and ${condition})`;
  return sql`(select json_build_object(
      'filled', count(*) filter (where membership.person_id is not null and membership.role <> 'GUEST'),
      'vacant', coalesce(json_agg(json_build_object('organisation', coalesce(organisation.name, ''), 'role', membership.role, 'since', membership.from_day)
        order by organisation.name collate "de-x-icu" nulls last, membership.id) filter (where membership.person_id is null), '[]'),
      'joined', ${names(sql`membership.from_day between ${from}::date and ${until}::date and ${other(sql`further.from_day < ${from}::date`)}`)},
      'left', ${names(sql`membership.to_day between ${from}::date and ${until}::date and ${other(sql`(further.to_day is null or further.to_day > ${until}::date)`)}`)})
    from membership left join organisation on organisation.id = membership.organisation_id
    where membership.network_id = it.id and ${currentSeats(until)})`;
}

export function coordinationSql(until: string): Sql {
  return sql`coalesce((select json_agg(${personNameOf('person')} order by membership.from_day)
    from membership join person on person.id = membership.person_id
    where membership.network_id = it.id and membership.role = 'COORDINATOR' and ${currentSeats(until)}), '[]')`;
}

export function checksSql(until: string): Sql {
  return sql`coalesce((select json_agg(json_build_object('id', checked.id, 'checkedOn', checked.checked_on, 'note', checked.note,
      'madeBy', checked.made_by, 'results', (select coalesce(json_agg(json_build_object('name', result.name, 'threshold', result.threshold,
          'proposed', result.proposed, 'evidence', result.evidence, 'met', result.met, 'reason', result.reason) order by result.position), '[]')
        from consolidation_result result where result.check_id = checked.id)) order by checked.checked_on desc)
    from consolidation_check checked where checked.network_id = it.id and checked.checked_on <= ${until}::date), '[]')`;
}

/** Years with a meeting that took place, the newest first. */
export const yearsSql = sql`coalesce((select json_agg(told.year order by told.year desc) from (
  select distinct extract(year from meeting.starts_at at time zone 'Europe/Berlin')::int as year from meeting
  where meeting.network_id = it.id and meeting.state in ('HELD', 'MINUTES_APPROVED')) told), '[]')`;
