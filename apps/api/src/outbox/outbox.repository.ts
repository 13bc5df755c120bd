import { Injectable } from '@nestjs/common';
import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { Page } from '@runder-tisch/domain/lists';
import type { OutboxListItem, OutboxMailView } from '@runder-tisch/domain/outbox';
import type { OutboxQuery } from '@runder-tisch/domain/outbox/outbox-requests';
import type { Viewer } from '../access/viewer';
import { Database } from '../database/database';
import { page, PAGE_SIZE, readCursor } from '../database/keyset';
import { readableMails, visibleMails } from './outbox-access';

type ListRow = OutboxListItem & { total: number; at: string; position: string };

@Injectable()
export class OutboxRepository {
  constructor(private readonly database: Database) {}

  /** Newest first; `bodies` is false as soon as mails really leave. */
  async list(viewer: Viewer, query: OutboxQuery, bodies: boolean): Promise<Page<OutboxListItem>> {
    const limit = query.limit ?? PAGE_SIZE;
    const cursor = readCursor(query.after, 2);
    const filter = join([visibleMails(viewer), ...filters(query)], ' and ');
    const behind = cursor
      ? sql`and (it.created_at, it.position) < (${cursor[0]}::timestamptz, ${cursor[1]}::bigint)`
      : empty;
    const rows = await this.database.rows<ListRow>(sql`
      select ${columns(viewer, bodies)}, it.created_at::text as at, it.position::text as position,
             (select count(*)::int from outbox_message it where ${filter}) as total
      from outbox_message it where ${filter} ${behind}
      order by it.created_at desc, it.position desc limit ${limit + 1}`);
    return page(
      rows,
      limit,
      (row) => [row.at, row.position],
      ({ total: _total, at: _at, position: _position, ...item }) => item,
    );
  }

  find(viewer: Viewer, id: string): Promise<OutboxMailView> {
    return this.database.found<OutboxMailView>(sql`
      select ${columns(viewer, true)}, it.preview ->> 'from' as "from", it.preview ->> 'replyTo' as "replyTo", it.preview ->> 'text' as text,
             it.preview ->> 'html' as html, nullif(it.preview -> 'calendar', 'null'::jsonb) as calendar, it.preview -> 'attachments' as attachments
      from outbox_message it where it.id = ${id} and ${visibleMails(viewer)} and ${readableMails(viewer)}`);
  }
}

function columns(viewer: Viewer, bodies: boolean): Sql {
  return sql`it.id, it.purpose, it.subject, it.to_name as "toName", it.to_address as "toAddress", it.state, it.last_error as reason,
    it.attempts, it.object_kind as "objectKind", it.object_id as "objectId", it.created_at as "createdAt", it.not_before as "notBefore",
    it.settled_at as "settledAt", ${bodies ? readableMails(viewer) : sql`false`} as readable`;
}

function filters(query: OutboxQuery): Sql[] {
  const conditions: Sql[] = [];
  if (query.search) {
    conditions.push(
      sql`position(fold(${query.search}) in fold(it.to_name || ' ' || it.to_address || ' ' || it.subject)) > 0`,
    );
  }
  if (query.state) {
    conditions.push(sql`it.state = ${query.state}`);
  }
  if (query.objectKind) {
    conditions.push(sql`it.object_kind = ${query.objectKind}`);
  }
  if (query.objectId) {
    conditions.push(sql`it.object_id = ${query.objectId}`);
  }
  return conditions;
}
