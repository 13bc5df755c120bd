import { Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { Page } from '@runder-tisch/domain/lists';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { PageReminders, ReminderItem, ReminderPart } from '@runder-tisch/domain/reminders';
import type { ReminderQuery } from '@runder-tisch/domain/reminders/reminders-requests';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import type { KindDeclaration } from '../contribution';
import { Database } from '../database/database';
import { byId, listPage, type SortKey } from '../database/list-page';
import { kindNamed, kinds } from '../kinds';
import { problem } from '../problem/problem';
import { ownReminders, remindedTitle } from './reminders-sql';

type Row = Omit<ReminderItem, 'object'> & { kind: string; objectId: string; title: string | null };

const parts: Record<ReminderPart, { where: Sql; order: SortKey[]; descending?: true }> = {
  DATED: {
    where: sql`it.done_at is null and it.due_on is not null`,
    order: [{ by: raw('it.due_on'), type: 'date' }, byId],
  },
  STARRED: {
    where: sql`it.done_at is null and it.due_on is null`,
    order: [{ by: raw('it.created_at'), type: 'timestamptz' }, byId],
    descending: true,
  },
  DONE: {
    where: sql`it.done_at is not null`,
    order: [{ by: raw('it.done_at'), type: 'timestamptz' }, byId],
    descending: true,
  },
};

@Injectable()
export class RemindersRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** One's own: what comes back soonest first, what was kept or done last first. */
  async list(viewer: Viewer, query: ReminderQuery): Promise<Page<ReminderItem>> {
    const { where, order, descending } = parts[query.part ?? 'DATED'];
    const found = await listPage<Row>(this.database, query, {
      from: sql`reminder`,
      where: [ownReminders(viewer), where],
      order,
      descending,
      columns: this.columns(viewer),
    });
    return { ...found, items: found.items.map(asItem) };
  }

  async find(viewer: Viewer, id: string): Promise<ReminderItem> {
    return asItem(
      await this.database.found<Row>(
        sql`select ${this.columns(viewer)} from reminder it where it.id = ${id} and ${ownReminders(viewer)}`,
      ),
    );
  }

  async page(viewer: Viewer, path: string): Promise<PageReminders> {
    const met = objectAt(path);
    if (!met) throw problem(generalProblems, 'not-found');
    const { kind, id } = met;
    const object = await this.database.found<{ title: string }>(
      sql`select ${raw(kind.title)} as title from ${raw(kind.table)} it where it.id = ${id} and ${kind.visible(viewer)}`,
    );
    const rows = await this.database.rows<Row>(sql`
      select ${this.columns(viewer, [kind])} from reminder it
      where ${ownReminders(viewer)} and it.object_id = ${id} and it.object_kind = ${kind.kind} and it.done_at is null order by it.due_on, it.id`);
    const items = rows.map(asItem);
    const star = items.find(({ dueOn }) => dueOn === null);
    return {
      object: {
        kind: kind.kind,
        label: kind.label,
        id,
        title: object.title,
        path: kind.path.replace(':id', id),
      },
      today: berlinDay(this.clock.now()),
      star: star ? { id: star.id } : null,
      reminders: items.filter(({ dueOn }) => dueOn !== null),
    };
  }

  private columns(viewer: Viewer, of: readonly KindDeclaration[] = kinds): Sql {
    return sql`it.id, it.version, it.object_kind as kind, it.object_id as "objectId", ${remindedTitle(of, viewer)} as title,
      it.due_on::text as "dueOn", coalesce(it.done_at is null and it.due_on <= ${berlinDay(this.clock.now())}::date, false) as due, it.note, it.done_at as "doneAt"`;
  }
}

function asItem({ kind, objectId, title, ...item }: Row): ReminderItem {
  const { label, path } = kindNamed(kind);
  return { ...item, object: { kind, label, id: objectId, title, path: path.replace(':id', objectId) } };
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Tabs and forms of an object stand below its own address. */
function objectAt(path: string): { kind: KindDeclaration; id: string } | null {
  const asked = path.split('/');
  for (const kind of kinds) {
    const own = kind.path.split('/');
    const id = asked[own.indexOf(':id')] ?? '';
    if (UUID.test(id) && own.every((part, at) => part === ':id' || part === asked[at])) return { kind, id };
  }
  return null;
}
