import sql, { raw, type Sql } from 'sql-template-tag';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../access/viewer';
import type { KindDeclaration, NewsSpan } from '../contribution';
import { ofObject } from '../of-object';

/** Over the alias `it`: reminders are their account's alone. */
export function ownReminders(viewer: Viewer): Sql {
  return viewer.kind === 'account' ? sql`it.account_id = ${viewer.accountId}::uuid` : sql`false`;
}

/** Ids of the objects of one kind that this account keeps at hand: what it wants to hear of. */
export function keptAtHand(viewer: Viewer, kind: string): Sql {
  return sql`(select it.object_id from reminder it
    where ${ownReminders(viewer)} and it.object_kind = ${kind} and it.due_on is null and it.done_at is null)`;
}

/** The name of what a reminder (alias `it`) is about; null where it is gone or out of this viewer's sight. */
export function remindedTitle(kinds: readonly KindDeclaration[], viewer: Viewer): Sql {
  return ofObject(kinds, ({ title, visible }) => sql`case when ${visible(viewer)} then ${raw(title)} end`);
}

/** What an account asked to see again by now. */
export function dueReminders(kinds: readonly KindDeclaration[]) {
  const due = dueRemindersUntil(kinds);
  return (viewer: Viewer, now: Date): Sql => sql`
    select 'reminder' as kind, due.id, due.due_on as due, json_build_object('title', due.title, 'note', due.note, 'path', due.path) as facts
    from (${due(viewer, berlinDay(now))}) due
    where due.title is not null`;
}

function dueRemindersUntil(kinds: readonly KindDeclaration[]) {
  const paths = kinds.map(({ kind, path }) => `when '${kind}' then '${path}'`).join(' ');
  return (viewer: Viewer, day: string): Sql => sql`
    select it.id, it.due_on, it.note, ${remindedTitle(kinds, viewer)} as title,
           replace(case it.object_kind ${raw(paths)} end, ':id', it.object_id::text) as path
    from reminder it where ${ownReminders(viewer)} and it.done_at is null and it.due_on <= ${day}::date`;
}

/** What an account asked to see again in the days around its weekly mail, for that mail. */
export function remindersNews(kinds: readonly KindDeclaration[]) {
  const due = dueRemindersUntil(kinds);
  return (viewer: Viewer, { dueFrom, dueTo }: NewsSpan): Sql => sql`
    select 'OWN' as topic, null::uuid as "topicId", 'REMINDER' as kind, due.id, (due.due_on + time '12:00') at time zone 'Europe/Berlin' as at,
           due.title, due.note, null::timestamptz as day, due.path
    from (${due(viewer, dueTo)}) due
    where due.title is not null and due.due_on >= ${dueFrom}::date`;
}
