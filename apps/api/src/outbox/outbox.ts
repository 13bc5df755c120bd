import { Inject, Injectable } from '@nestjs/common';
import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { normaliseMail } from '@runder-tisch/domain/addresses';
import {
  isDemoAddress,
  type MailState,
  type MailStateView,
  outboxProblems,
} from '@runder-tisch/domain/outbox';
import { type AppOptions, APP_OPTIONS } from '../app-options';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { rowsIn } from '../database/rows';
import { problem } from '../problem/problem';
import { type MailIdentity, MailIdentitySource } from './mail-identity';
import { Letters } from './letters/letters';
import type { LetterRecipient, OutgoingLetter } from './letters/outgoing-letter';
import type { OutgoingMail } from './outgoing-mail';
import { renderMail } from './render-mail';

/** One INSERT takes so much, but a protocol with attachments to eighty people must not become one huge statement. */
const INSERT_BYTES = 1_000_000;
const INSERT_ROWS = 500;

export interface SentMail {
  batchId: string;
  personId: string | null;
  name: string;
  address: string;
  state: MailState;
  reason: string;
  notBefore: Date;
}

/** The one way out of the house: a mail is a row of the same transaction as what it tells about. */
@Injectable()
export class Outbox {
  constructor(
    private readonly database: Database,
    private readonly identities: MailIdentitySource,
    private readonly letters: Letters,
    private readonly clock: Clock,
    @Inject(APP_OPTIONS) private readonly options: AppOptions,
  ) {}

  /** Whether the mailbox page may show texts: only our own database, and only while nothing leaves the house. */
  get showsBodies(): boolean {
    return this.options.embedded && this.options.smtpUrl === null;
  }

  async enqueue(tx: EntityManager, mail: OutgoingMail): Promise<string> {
    const [id] = await this.enqueueAll(tx, [mail]);
    return id as string;
  }

  /** Renders and stores the mails in their order; answers their ids in the same order. */
  async enqueueAll(tx: EntityManager, mails: readonly OutgoingMail[]): Promise<string[]> {
    if (mails.length === 0) {
      return [];
    }
    const identity = await this.identities.identity(tx);
    const ids: string[] = [];
    let rows: Sql[] = [];
    let bytes = 0;
    for (const mail of mails) {
      const id = newId();
      ids.push(id);
      const { row, size } = await this.row(mail, identity, id);
      rows.push(row);
      bytes += size;
      if (bytes < INSERT_BYTES && rows.length < INSERT_ROWS) continue;
      await this.insert(tx, rows);
      [rows, bytes] = [[], 0];
    }
    await this.insert(tx, rows);
    return ids;
  }

  /** One letter to many: what is the same for all of them is stored once, and no mail is written before it leaves. */
  async enqueueLetter(
    tx: EntityManager,
    letter: OutgoingLetter,
    recipients: readonly LetterRecipient[],
  ): Promise<void> {
    const identity = await this.identities.identity(tx);
    await this.letters.enqueue(tx, letter, recipients, identity, this.showsBodies);
  }

  private async insert(tx: EntityManager, rows: readonly Sql[]): Promise<void> {
    if (rows.length === 0) return;
    await rowsIn(
      tx,
      sql`insert into outbox_message (id, message_id, batch_id, order_key, purpose, object_kind, object_id, person_id, network_id,
            account_id, envelope_from, to_name, to_address, demo_address, subject, confidential, raw, preview, state, not_before, created_at)
          values ${join([...rows])}`,
    );
  }

  /** What this mail would look like to its recipient, without storing anything. */
  async preview(tx: EntityManager, mail: OutgoingMail): ReturnType<typeof renderMail> {
    return renderMail(mail, await this.identities.identity(tx), newId(), this.clock.now());
  }

  /**
   * Takes back what is left of a batch, or of its mails to some objects, or nothing of it; possible until its
   * `notBefore`. Answers how many mails stay.
   */
  async recall(tx: EntityManager, batchId: string, objectIds?: readonly string[]): Promise<number> {
    const now = this.clock.now();
    const which = sql`batch_id = ${batchId} and state <> 'RECALLED'
      ${objectIds ? sql`and object_id = any(${[...objectIds]}::uuid[])` : empty}`;
    const mails = await rowsIn<{ state: string; notBefore: Date }>(
      tx,
      sql`select state, not_before as "notBefore" from outbox_message where ${which} order by position for update`,
    );
    if (mails.length === 0) {
      throw problem(outboxProblems, 'nothing-to-recall');
    }
    if (mails.some((mail) => mail.state !== 'QUEUED' || mail.notBefore <= now)) {
      throw problem(outboxProblems, 'recall-too-late');
    }
    await rowsIn(
      tx,
      sql`update outbox_message set state = 'RECALLED', raw = null, letter_id = null, words = null, preview = null, settled_at = ${now} where ${which}`,
    );
    return mails.length;
  }

  /** Takes back the mails of one purpose to one object that still wait in a batch; answers how many. */
  async takeBackNews(tx: EntityManager, batchId: string, objectId: string, purpose: string): Promise<number> {
    const now = this.clock.now();
    const mails = await rowsIn(
      tx,
      sql`update outbox_message set state = 'RECALLED', raw = null, letter_id = null, words = null, preview = null, settled_at = ${now}
          where batch_id = ${batchId} and object_id = ${objectId} and purpose = ${purpose} and state = 'QUEUED' and not_before > ${now}
          returning id`,
    );
    return mails.length;
  }

  /** Takes back what still waits of one purpose to these objects; answers how many mails. */
  async takeBack(tx: EntityManager, purpose: string, objectIds: readonly string[]): Promise<number> {
    const now = this.clock.now();
    const mails = await rowsIn(
      tx,
      sql`update outbox_message set state = 'RECALLED', raw = null, letter_id = null, words = null, preview = null, settled_at = ${now}
          where object_id = any(${[...objectIds]}::uuid[]) and purpose = ${purpose} and state = 'QUEUED' and not_before > ${now}
          returning id`,
    );
    return mails.length;
  }

  /** Those of the objects whose last mail was refused at once or came back. */
  async refusedOf(
    tx: EntityManager,
    objectKind: string,
    objectIds: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const rows = await rowsIn<{ id: string }>(
      tx,
      sql`select wanted.id from unnest(${[...objectIds]}::uuid[]) as wanted (id)
          where ${latestMail(objectKind, sql`wanted.id`)} ->> 'state' = 'REFUSED'`,
    );
    return new Set(rows.map((row) => row.id));
  }

  /** The last mail of one purpose about an object to each address, in the order in which they were written. */
  mailsAbout(
    tx: EntityManager,
    about: { objectKind: string; objectId: string; purpose: string },
  ): Promise<SentMail[]> {
    return rowsIn<SentMail>(
      tx,
      sql`select * from (
            select distinct on (lower(to_address)) position, batch_id as "batchId", person_id as "personId", to_name as name, to_address as address, state,
                   last_error as reason, not_before as "notBefore"
            from outbox_message
            where object_kind = ${about.objectKind} and object_id = ${about.objectId} and purpose = ${about.purpose} and state <> 'RECALLED'
            order by lower(to_address), position desc) mail
          order by position`,
    );
  }

  /** The last mail to each of these objects, for their pages; objects without a mail are absent. */
  async mailStateOf(objectKind: string, objectIds: readonly string[]): Promise<Map<string, MailStateView>> {
    const rows = await this.database.rows<{ objectId: string; mail: MailStateView }>(sql`
      select wanted.id as "objectId", ${latestMail(objectKind, sql`wanted.id`)} as mail
      from unnest(${[...objectIds]}::uuid[]) as wanted (id)`);
    return new Map(rows.filter((row) => row.mail !== null).map((row) => [row.objectId, row.mail]));
  }

  private async row(
    mail: OutgoingMail,
    identity: MailIdentity,
    id: string,
  ): Promise<{ row: Sql; size: number }> {
    const now = this.clock.now();
    const rendered = await renderMail(mail, identity, id, now);
    const orderKey = `${mail.orderKey ?? id} ${normaliseMail(rendered.to.address)}`;
    const preview = this.showsBodies ? JSON.stringify(rendered.preview) : null;
    const row = sql`(${id}::uuid, ${rendered.messageId}, ${mail.batchId ?? id}::uuid, ${orderKey}, ${mail.purpose}, ${mail.objectKind},
      ${mail.objectId}::uuid, ${mail.personId ?? null}::uuid, ${mail.networkId ?? null}::uuid, ${mail.accountId ?? null}::uuid,
      ${rendered.envelopeFrom}, ${rendered.to.name}, ${rendered.to.address}, ${isDemoAddress(rendered.to.address)}, ${rendered.subject},
      ${mail.confidential ?? false}, ${rendered.raw}::bytea, ${preview}::jsonb, 'QUEUED', ${mail.notBefore ?? now}::timestamptz,
      ${now}::timestamptz)`;
    return { row, size: rendered.raw.length };
  }
}

/** The last mail to an object as a scalar subquery, so that a list shows it without a second statement. */
export function latestMail(objectKind: string, objectId: Sql): Sql {
  return sql`(select json_build_object('mailId', mail.id, 'purpose', mail.purpose, 'state', mail.state, 'reason', mail.last_error,
      'notBefore', mail.not_before, 'settledAt', mail.settled_at)
    from outbox_message mail where mail.object_kind = ${objectKind} and mail.object_id = ${objectId} and mail.state <> 'RECALLED'
    order by mail.position desc limit 1)`;
}
