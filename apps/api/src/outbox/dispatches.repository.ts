import { Injectable } from '@nestjs/common';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Page } from '@runder-tisch/domain/lists';
import { mailStates, type OutboxDispatch } from '@runder-tisch/domain/outbox';
import type { OutboxDispatchesQuery } from '@runder-tisch/domain/outbox/outbox-requests';
import type { Viewer } from '../access/viewer';
import { Database } from '../database/database';
import { listPage } from '../database/list-page';
import { aboutOf } from './mails-about';
import { readableMails, visibleMails } from './outbox-access';
import { mailFilters } from './outbox.repository';

/** Mails that were sent together, as one thing; of each the viewer is told only the mails they may know of. */
@Injectable()
export class DispatchesRepository {
  constructor(private readonly database: Database) {}

  /**
   * Newest first. A dispatch stands in the list by the last of its mails that is asked for: there the list is walked by
   * its index, and one look into the batch tells whether a mail is that one.
   */
  list(viewer: Viewer, query: OutboxDispatchesQuery, bodies: boolean): Promise<Page<OutboxDispatch>> {
    const asked = (alias: string): Sql[] => [visibleMails(viewer, alias), ...mailFilters(query, alias)];
    return listPage(this.database, query, {
      from: raw('outbox_message'),
      where: [
        ...asked('it'),
        sql`not exists (select 1 from outbox_message later
          where later.batch_id = it.batch_id and later.position > it.position and ${join(asked('later'), ' and ')})`,
      ],
      order: [
        { by: sql`it.created_at`, type: 'timestamptz' },
        { by: sql`it.position`, type: 'bigint' },
      ],
      descending: true,
      columns: columns(viewer, bodies),
      joins: wholeDispatch(viewer),
      total: sql`(select count(distinct it.batch_id)::int from outbox_message it where ${join(asked('it'), ' and ')})`,
    });
  }

  find(viewer: Viewer, id: string, bodies: boolean): Promise<OutboxDispatch> {
    return this.database.found<OutboxDispatch>(sql`
      select ${columns(viewer, bodies)}
      from (select * from outbox_message it where it.batch_id = ${id} and ${visibleMails(viewer)} order by it.position desc limit 1) it
      ${wholeDispatch(viewer)}`);
  }
}

function columns(viewer: Viewer, bodies: boolean): Sql {
  return sql`it.batch_id as id, first.purpose, first.subject, ${aboutOf(viewer, sql`first.object_kind`, sql`first.object_id`)} as about,
    dispatch.mails, dispatch.counts, dispatch.next_at as "nextAt", dispatch.reason, first.to_name as "toName", first.to_address as "toAddress",
    case when dispatch.mails = 1 and ${bodies ? readableMails(viewer, 'first') : sql`false`} then first.id end as "mailId",
    it.created_at as "createdAt"`;
}

/** What all mails of the batch say together, and the first of them: later ones may only tell of a change. */
function wholeDispatch(viewer: Viewer): Sql {
  const mails = sql`outbox_message mail where mail.batch_id = it.batch_id and ${visibleMails(viewer, 'mail')}`;
  return sql`
    cross join lateral (
      select count(*)::int as mails, json_build_object(${counts}) as counts, min(mail.not_before) filter (where mail.state = 'QUEUED' and not mail.demo_address) as next_at,
             case when count(distinct mail.last_error) filter (where mail.last_error <> '') = 1 then max(mail.last_error) else '' end as reason
      from ${mails}) dispatch
    cross join lateral (select mail.* from ${mails} order by mail.position limit 1) first`;
}

/** A mail to an address of the demo stays in the house, also while its minute still runs. */
const standing = `case when mail.state = 'QUEUED' and mail.demo_address then 'HELD' else mail.state end`;
const counts = raw(
  mailStates.map((state) => `'${state}', count(*) filter (where ${standing} = '${state}')::int`).join(', '),
);
