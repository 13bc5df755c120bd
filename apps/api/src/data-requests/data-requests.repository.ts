import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  type DataRequestListItem,
  type DataRequestView,
  type ExpectedDelivery,
  isOverdue,
  offeredDataRequestMoves,
} from '@runder-tisch/domain/data-requests';
import type { DataRequestQuery } from '@runder-tisch/domain/data-requests/data-requests-requests';
import { type Page, wholeList } from '@runder-tisch/domain/lists';
import { recallSeconds } from '@runder-tisch/domain/outbox';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { forChange } from '../database/for-change';
import { byId, listPage } from '../database/list-page';
import { rowsIn } from '../database/rows';
import { contains } from '../database/words';
import { latestMail } from '../outbox/outbox';
import { changeableDataRequests, visibleDataRequests } from './data-requests-access';
import { ended, expectedDeliveries, overdue, topicOf } from './data-requests-sql';
import { DataRequest } from './data-request.entity';

export interface Recipient {
  name: string;
  mail: string;
}

type Found = Omit<DataRequestView, 'moves' | 'overdue' | 'recallable' | 'recipients' | 'sentAt'> & {
  sentAt: Date | null;
  recipients: Recipient[];
};

@Injectable()
export class DataRequestsRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What is open first, by the decided order of topics and its day; what has ended behind it, the newest first. */
  list(viewer: Viewer, query: DataRequestQuery): Promise<Page<DataRequestListItem>> {
    const today = berlinDay(this.clock.now());
    return listPage(this.database, query, {
      from: sql`(select request.*, agreement.partner, agreement.work_place, agreement.work_reason from data_request request
        join interface_agreement agreement on agreement.id = request.agreement_id)`,
      where: [visibleDataRequests(viewer), ...filters(query, today)],
      order: [
        { by: sql`case when ${ended} then 1::bigint else 0::bigint end`, type: 'bigint' },
        {
          by: sql`case when ${ended} then 0::bigint else coalesce(it.work_place, 1000000)::bigint end`,
          type: 'bigint',
        },
        {
          by: sql`case when ${ended} then '2200-01-01'::date - (it.due_on - '2000-01-01'::date) else it.due_on end`,
          type: 'date',
        },
        byId,
      ],
      columns: sql`it.id, it.number, it.what, it.period, it.partner, it.due_on::text as "dueOn", it.state,
        ${overdue(today)} as overdue, it.created_by as by, ${topicOf('it')} as topic`,
    });
  }

  async expected(viewer: Viewer): Promise<Page<ExpectedDelivery>> {
    const today = berlinDay(this.clock.now());
    return wholeList(
      await this.database.rows<ExpectedDelivery>(sql`
        select it.id as "agreementId", it.partner, it.name, it.period, it.ends_on::text as "endsOn"
        from (${expectedDeliveries(today)}) it where ${visibleDataRequests(viewer)}
        order by it.work_place nulls last, it.ends_on, it.partner collate "de-x-icu", it.id`),
    );
  }

  async find(viewer: Viewer, id: string): Promise<DataRequestView> {
    const now = this.clock.now();
    const { recipients, sentAt, ...found } = await this.database.found<Found>(sql`
      select it.id, it.version, it.number, it.what, it.period, it.due_on::text as "dueOn", it.message, it.state,
             it.created_by as "createdBy", it.sent_at as "sentAt", it.reminded_at as "remindedAt", it.imported_rows as "importedRows",
             json_build_object('id', agreement.id, 'name', agreement.name, 'partner', agreement.partner, 'columns', agreement.columns,
               'form', agreement.form, 'basis', agreement.basis) as agreement,
             ${recipientsOf(sql`it.id`)} as recipients, ${latestMail('data-request', sql`it.id`)} as mail,
             coalesce((select json_agg(json_build_object('id', delivery.id, 'fileName', delivery.file_name, 'size', delivery.size,
                 'sha256', delivery.sha256, 'fileKept', delivery.file_id is not null, 'rows', delivery.row_count, 'byName', delivery.by_name,
                 'at', delivery.delivered_at, 'remark', delivery.remark, 'findings', delivery.findings) order by delivery.delivered_at desc, delivery.id desc)
               from data_request_delivery delivery where delivery.request_id = it.id), '[]') as deliveries,
             coalesce((select json_agg(json_build_object('state', step.state, 'at', step.at, 'by', step.by_name, 'words', step.words)
                 order by step.at desc, step.id desc) from data_request_step step where step.request_id = it.id), '[]') as steps,
             ${changeableDataRequests(viewer)} as "mayChange"
      from data_request it join interface_agreement agreement on agreement.id = it.agreement_id
      where it.id = ${id} and ${visibleDataRequests(viewer)}`);
    const secondsLeft = found.state === 'SENT' ? heldSeconds(sentAt, now) : 0;
    const facts = { recipients: recipients.length, held: secondsLeft > 0 };
    return {
      ...found,
      sentAt: sentAt?.toISOString() ?? null,
      recipients: recipients.map(({ name, mail }) => (name ? `${name} <${mail}>` : mail)).join('\n'),
      overdue: isOverdue(found.state, found.dueOn, berlinDay(now)),
      recallable: facts.held ? { recipients: facts.recipients, secondsLeft } : null,
      moves: found.mayChange ? offeredDataRequestMoves(found.state, facts) : [],
    };
  }

  /** Locked for a change by this viewer. */
  async toChange(tx: EntityManager, viewer: Viewer, id: string): Promise<DataRequest> {
    const rights = {
      table: 'data_request',
      visible: visibleDataRequests(viewer),
      may: changeableDataRequests(viewer),
    };
    await forChange(tx, rights, id);
    return tx.findOneByOrFail(DataRequest, { id });
  }

  recipients(tx: EntityManager, id: string): Promise<Recipient[]> {
    return rowsIn(
      tx,
      sql`select name, mail from data_request_recipient where request_id = ${id} order by position`,
    );
  }

  /** The file of one delivery to one request this viewer sees; a file that has had its time is not there any more. */
  async fileOf(viewer: Viewer, id: string, deliveryId: string): Promise<{ fileId: string; name: string }> {
    return this.database.found(sql`
      select delivery.file_id as "fileId", delivery.file_name as name
      from data_request_delivery delivery join data_request it on it.id = delivery.request_id
      where it.id = ${id} and delivery.id = ${deliveryId} and delivery.file_id is not null and ${visibleDataRequests(viewer)}`);
  }
}

/** How long a mail that was just sent can still be taken back. */
export function heldSeconds(sentAt: Date | null, now: Date): number {
  if (!sentAt) return 0;
  return Math.max(0, Math.ceil(recallSeconds - (now.getTime() - sentAt.getTime()) / 1000));
}

function recipientsOf(requestId: Sql): Sql {
  return sql`coalesce((select json_agg(json_build_object('name', recipient.name, 'mail', recipient.mail) order by recipient.position)
    from data_request_recipient recipient where recipient.request_id = ${requestId}), '[]')`;
}

function filters(query: DataRequestQuery, today: string): Sql[] {
  const conditions: Sql[] = [];
  if (query.search)
    conditions.push(contains(sql`concat_ws(' ', it.number, it.partner, it.what, it.period)`, query.search));
  if (query.state) conditions.push(sql`it.state = ${query.state}`);
  if (query.agreementId) conditions.push(sql`it.agreement_id = ${query.agreementId}`);
  if (query.overdue) conditions.push(overdue(today));
  if (query.open) conditions.push(sql`not ${ended}`);
  return conditions;
}
