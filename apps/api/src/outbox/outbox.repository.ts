import { Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { Page } from '@runder-tisch/domain/lists';
import type { OutboxListItem, OutboxMailView } from '@runder-tisch/domain/outbox';
import type { OutboxDispatchesQuery, OutboxQuery } from '@runder-tisch/domain/outbox/outbox-requests';
import type { Viewer } from '../access/viewer';
import { Database } from '../database/database';
import { listPage } from '../database/list-page';
import { contains } from '../database/words';
import { readableMails, visibleMails } from './outbox-access';

@Injectable()
export class OutboxRepository {
  constructor(private readonly database: Database) {}

  /** Newest first; `bodies` is false as soon as mails really leave. */
  list(viewer: Viewer, query: OutboxQuery, bodies: boolean): Promise<Page<OutboxListItem>> {
    return listPage(this.database, query, {
      from: raw('outbox_message'),
      where: [visibleMails(viewer), ...mailFilters(query, 'it'), ...objectFilters(query)],
      order: [
        { by: sql`it.created_at`, type: 'timestamptz' },
        { by: sql`it.position`, type: 'bigint' },
      ],
      descending: true,
      columns: columns(viewer, bodies),
    });
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

/** What both lists can be cut down to. */
export function mailFilters(query: OutboxDispatchesQuery, alias: string): Sql[] {
  const mail = raw(alias);
  const conditions: Sql[] = [];
  if (query.search) {
    conditions.push(
      contains(sql`${mail}.to_name || ' ' || ${mail}.to_address || ' ' || ${mail}.subject`, query.search),
    );
  }
  if (query.state) {
    conditions.push(sql`${mail}.state = ${query.state}`);
  }
  return conditions;
}

function objectFilters(query: OutboxQuery): Sql[] {
  const conditions: Sql[] = [];
  if (query.batchId) {
    conditions.push(sql`it.batch_id = ${query.batchId}`);
  }
  if (query.objectKind) {
    conditions.push(sql`it.object_kind = ${query.objectKind}`);
  }
  if (query.objectId) {
    conditions.push(sql`it.object_id = ${query.objectId}`);
  }
  return conditions;
}
