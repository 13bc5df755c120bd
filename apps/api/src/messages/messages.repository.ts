import { Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { Page } from '@runder-tisch/domain/lists';
import type {
  MessageCounts,
  MessageListItem,
  MessageRecipientItem,
  MessageTargetView,
  RecipientPart,
  TargetKind,
} from '@runder-tisch/domain/messages';
import type {
  MessageQuery,
  MessageRecipientQuery,
  MessageTarget,
} from '@runder-tisch/domain/messages/messages-requests';
import type { Viewer } from '../access/viewer';
import { Database } from '../database/database';
import { byId, listPage } from '../database/list-page';
import { oneIn, rowsIn } from '../database/rows';
import { contains } from '../database/words';
import { newId } from '../database/new-id';
import { personNameOf } from '../database/person-name';
import type { Message, SentContent } from './message.entity';
import { changeableMessages, visibleMessages } from './messages-access';

export interface FoundMessage extends Message {
  mayChange: boolean;
  counts: MessageCounts | null;
  targets: (MessageTarget & Pick<MessageTargetView, 'title' | 'path'>)[];
  files: SentContent['files'];
  againTo: number;
}

/** Somebody whose mail did not arrive, or who had none, with the address they have now. */
export interface AgainTo {
  id: string;
  personId: string | null;
  name: string;
  mail: string;
  greeting: string;
}

const columns = sql`it.id, it.kind, it.subject, it.text, it.files_as as "filesAs", it.left_out as "leftOut", it.anyway, it.version,
  it.author_account_id as "authorAccountId", it.written_by as "writtenBy", it.sent_at as "sentAt", it.sent_by as "sentBy", it.content,
  it.created_at as "createdAt", it.changed_at as "changedAt"`;

/** By the kind of a target, the column with its id. */
const targetColumns: Record<TargetKind, string> = {
  NETWORK: 'network_id',
  ORGANISATION_TYPE: 'organisation_type',
  FIELD: 'field_id',
  ORGANISATION: 'organisation_id',
  PERSON: 'person_id',
  MEETING: 'meeting_id',
  FORMAT: 'format_id',
};

@Injectable()
export class MessagesRepository {
  constructor(private readonly database: Database) {}

  /** Drafts first, then what was sent last. */
  list(viewer: Viewer, query: MessageQuery): Promise<Page<MessageListItem>> {
    const where: Sql[] = [visibleMessages(viewer)];
    if (query.networkId)
      where.push(
        sql`exists (select 1 from message_target where message_target.message_id = it.id and message_target.network_id = ${query.networkId}::uuid)`,
      );
    if (query.state)
      where.push(query.state === 'SENT' ? sql`it.sent_at is not null` : sql`it.sent_at is null`);
    if (query.search) where.push(contains(sql`it.subject || ' ' || it.written_by`, query.search));
    return listPage(this.database, query, {
      from: raw('message'),
      where,
      order: [{ by: sql`coalesce(it.sent_at, 'infinity'::timestamptz)`, type: 'timestamptz' }, byId],
      descending: true,
      columns: sql`it.id, it.kind, it.subject, it.written_by as "writtenBy", it.sent_at as "sentAt", it.changed_at as "changedAt",
        coalesce((select json_agg(${targetTitle} order by target.position) from message_target target ${targetNames} where target.message_id = it.id), '[]') as targets,
        (select count(*)::int from attachment where attachment.object_id = it.id and attachment.object_kind = 'message' and attachment.deleted_at is null) as files,
        ${counts} as counts`,
    });
  }

  async find(viewer: Viewer, id: string): Promise<FoundMessage> {
    return this.database.found<FoundMessage>(
      this.whole(viewer, sql`it.id = ${id} and ${visibleMessages(viewer)}`),
    );
  }

  /** The same inside a transaction, for who may change it, with its row locked. */
  async toChange(tx: EntityManager, viewer: Viewer, id: string): Promise<FoundMessage | undefined> {
    await rowsIn(
      tx,
      sql`select id from message it where it.id = ${id} and ${changeableMessages(viewer)} for update`,
    );
    return oneIn<FoundMessage>(tx, this.whole(viewer, sql`it.id = ${id} and ${changeableMessages(viewer)}`));
  }

  /** Everybody a sent Nachricht was for, those first whom something is to be done about. */
  recipients(viewer: Viewer, id: string, query: MessageRecipientQuery): Promise<Page<MessageRecipientItem>> {
    const where: Sql[] = [
      sql`it.message_id = ${id}`,
      sql`exists (select 1 from message it where it.id = ${id} and ${visibleMessages(viewer)})`,
    ];
    if (query.search)
      where.push(contains(sql`it.name || ' ' || it.mail || ' ' || it.speaks_for`, query.search));
    if (query.part) where.push(parts[query.part]);
    return listPage(this.database, query, {
      from: sql`(select message_recipient.*, mail.state, mail.last_error, mail.settled_at, mail.bounced_at, mail.answered_at, mail.demo_address,
          (message_recipient.outcome = 'GETS' and mail.state is distinct from 'REFUSED') as reached
        from message_recipient left join lateral (
          select * from outbox_message mail where mail.object_kind = 'message-recipient' and mail.object_id = message_recipient.id and mail.state <> 'RECALLED'
          order by mail.position desc limit 1) mail on true
        where message_recipient.message_id = ${id})`,
      where,
      order: [
        { by: sql`it.reached::int`, type: 'bigint' },
        { by: sql`it.position`, type: 'bigint' },
      ],
      columns: sql`it.id, it.name, it.mail, it.speaks_for as "speaksFor", it.outcome, it.detail,
        case when it.person_id is not null then json_build_object('id', it.person_id) end as person,
        case when it.organisation_id is not null then json_build_object('id', it.organisation_id) end as organisation,
        case when it.state = 'QUEUED' and it.demo_address then 'HELD' else it.state end as state, coalesce(it.last_error, '') as reason,
        it.settled_at as "settledAt", it.bounced_at as "bouncedAt", it.answered_at as "answeredAt"`,
    });
  }

  async keepTargets(tx: EntityManager, id: string, targets: readonly MessageTarget[]): Promise<void> {
    await rowsIn(tx, sql`delete from message_target where message_id = ${id}`);
    if (targets.length === 0) return;
    const rows = targets.map((target, position) => ({
      id: newId(),
      position,
      [targetColumns[target.kind]]: target.id,
    }));
    await rowsIn(
      tx,
      sql`insert into message_target (id, message_id, position, network_id, organisation_type, field_id, organisation_id, person_id, meeting_id, format_id)
          select it.id, ${id}::uuid, it.position, it.network_id, it.organisation_type, it.field_id, it.organisation_id, it.person_id, it.meeting_id, it.format_id
          from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as it (id uuid, position integer, network_id uuid, organisation_type text,
            field_id uuid, organisation_id uuid, person_id uuid, meeting_id uuid, format_id uuid)`,
    );
  }

  /** Whose mail came to nothing, and who had no address and has one by now. */
  againTo(tx: EntityManager, id: string): Promise<AgainTo[]> {
    return rowsIn<AgainTo>(tx, againRows(sql`${id}::uuid`));
  }

  private whole(viewer: Viewer, where: Sql): Sql {
    return sql`
      select ${columns}, ${changeableMessages(viewer)} as "mayChange", ${counts} as counts,
        coalesce((select json_agg(json_build_object('kind', ${targetKind}, 'id', coalesce(target.network_id::text, target.organisation_type, target.field_id::text,
            target.organisation_id::text, target.person_id::text, target.meeting_id::text, target.format_id::text), 'title', ${targetTitle}, 'path', ${targetPath})
            order by target.position)
          from message_target target ${targetNames} where target.message_id = it.id), '[]') as targets,
        coalesce(it.content -> 'files', (select json_agg(json_build_object('id', attachment.id, 'title', attachment.title, 'ending', current.ending, 'size', current.size,
            'fileId', current.file_id) order by attachment.created_at, attachment.id)::jsonb
          from attachment join attachment_version current on current.attachment_id = attachment.id and current.number = attachment.current_number
          where attachment.object_id = it.id and attachment.object_kind = 'message' and attachment.deleted_at is null), '[]') as files,
        case when it.sent_at is null then 0 else (select count(*)::int from (${againRows(sql`it.id`)}) again) end as "againTo"
      from message it where ${where}`;
  }
}

const standing = sql`case when mail.state = 'QUEUED' and mail.demo_address then 'HELD' else mail.state end`;

/** What became of it (alias `it`); null for a draft. Of somebody written to again the last mail counts. */
const counts = sql`case when it.sent_at is not null then coalesce(it.content -> 'counts', (
  select jsonb_build_object('chosen', chosen.chosen, 'notReached', chosen.without, 'waiting', mails.waiting, 'sent', mails.sent, 'refused', mails.refused,
    'bounced', mails.bounced, 'answered', mails.answered, 'held', mails.held)
  from (select count(*)::int as chosen, (count(*) filter (where outcome <> 'GETS'))::int as without
        from message_recipient where message_id = it.id) chosen
    cross join (
      select (count(*) filter (where state in ('QUEUED', 'SENDING')))::int as waiting, (count(*) filter (where state = 'SENT'))::int as sent,
             (count(*) filter (where state = 'REFUSED' and bounced_at is null))::int as refused, count(bounced_at)::int as bounced,
             count(answered_at)::int as answered, (count(*) filter (where state = 'HELD'))::int as held
      from (select distinct on (mail.object_id) ${standing} as state, mail.bounced_at, mail.answered_at from outbox_message mail
            where mail.batch_id = it.id and mail.state <> 'RECALLED' order by mail.object_id, mail.position desc) mail) mails)) end`;

const targetKind = sql`case when target.network_id is not null then 'NETWORK' when target.organisation_type is not null then 'ORGANISATION_TYPE'
  when target.field_id is not null then 'FIELD' when target.organisation_id is not null then 'ORGANISATION'
  when target.person_id is not null then 'PERSON' when target.meeting_id is not null then 'MEETING' else 'FORMAT' end`;
/** The name of a kind of organisation is the domain's. */
const targetTitle = sql`coalesce(network.name, target.organisation_type, field.name, organisation.name, ${personNameOf('person')}, meeting.title, format.title)`;
const targetPath = sql`case when target.network_id is not null then '/netzwerke/' || target.network_id when target.field_id is not null then '/planung/handlungsfelder/' || target.field_id
  when target.organisation_id is not null then '/akteure/organisationen/' || target.organisation_id when target.person_id is not null then '/akteure/personen/' || target.person_id
  when target.meeting_id is not null then '/termine/' || target.meeting_id when target.format_id is not null then '/beteiligung/formate/' || target.format_id end`;
const targetNames = sql`left join network on network.id = target.network_id left join field_of_action field on field.id = target.field_id
  left join organisation on organisation.id = target.organisation_id left join person on person.id = target.person_id
  left join meeting on meeting.id = target.meeting_id left join participation_format format on format.id = target.format_id`;

const parts: Record<RecipientPart, Sql> = {
  WAITING: sql`it.state in ('QUEUED', 'SENDING', 'HELD')`,
  SENT: sql`it.state = 'SENT'`,
  REFUSED: sql`it.state = 'REFUSED'`,
  ANSWERED: sql`it.answered_at is not null`,
  NOT_REACHED: sql`it.outcome <> 'GETS'`,
};

/** At the address known now; one that refused such mails or got this one already stays out. */
function againRows(messageId: Sql): Sql {
  return sql`
    select recipient.id, recipient.person_id as "personId", recipient.name, lower(now_at.mail) as mail, recipient.greeting
    from message_recipient recipient
      join message on message.id = recipient.message_id
      left join lateral (select mail.state from outbox_message mail
        where mail.object_kind = 'message-recipient' and mail.object_id = recipient.id and mail.state <> 'RECALLED'
        order by mail.position desc limit 1) last on true
      cross join lateral (select coalesce(
        (select person.mail from person where person.id = recipient.person_id),
        (select organisation.function_mailbox from organisation where organisation.id = recipient.organisation_id), recipient.mail) as mail) now_at
    where recipient.message_id = ${messageId} and now_at.mail <> ''
      and (last.state = 'REFUSED'
        or (recipient.outcome in ('NO_ADDRESS', 'BAD_ADDRESS', 'VACANT', 'BOUNCED') and lower(now_at.mail) <> recipient.mail))
      and not exists (select 1 from mail_opt_out where mail_opt_out.mail = lower(now_at.mail) and mail_opt_out.kind = message.kind)
      and not exists (select 1 from message_recipient other where other.message_id = recipient.message_id and other.id <> recipient.id
        and other.mail = lower(now_at.mail) and other.outcome = 'GETS')
    order by recipient.position`;
}
