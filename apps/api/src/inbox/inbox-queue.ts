import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { INBOX_TRIES, type InboxState } from '@runder-tisch/domain/inbox';
import { systemViewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { oneIn, rowsIn } from '../database/rows';
import type { MailHead } from './mail-head';

/** How long one reader has the inbox for itself without a sign of life. */
const LEASE_MS = 120_000;
const WORDS_MOST = 500;
const RAW_DAYS = 30;
const DAY_MS = 86_400_000;

/** Where a mail lies, as long as its mailbox is not made anew. */
export interface MailNumber {
  mailbox: string;
  validity: bigint;
  uid: number;
}

export interface BegunMail {
  id: string;
  state: InboxState;
  attempts: number;
}

/** The rows of the inbox: who reads it, and how often each mail was tried. */
@Injectable()
export class InboxQueue {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Null while somebody else reads. */
  async lease(): Promise<string | null> {
    const lease = newId();
    const now = this.clock.now();
    const taken = await this.database.one(sql`
      insert into inbox_state (lease, leased_until) values (${lease}, ${this.leaseEnd()})
      on conflict (only_one) do update set lease = excluded.lease, leased_until = excluded.leased_until
        where inbox_state.lease is null or inbox_state.leased_until < ${now}
      returning lease`);
    return taken ? lease : null;
  }

  /** Whether it is still ours. */
  async renew(lease: string): Promise<boolean> {
    const held = await this.database.one(sql`
      update inbox_state set leased_until = ${this.leaseEnd()} where lease = ${lease} returning lease`);
    return held !== undefined;
  }

  /** `failure` in the server's own words; null where everything was read. */
  async release(lease: string, failure: string | null): Promise<void> {
    const now = this.clock.now();
    await this.database.rows(
      failure === null
        ? sql`update inbox_state set lease = null, leased_until = null, looked_at = ${now}, error = '' where lease = ${lease}`
        : sql`update inbox_state set lease = null, leased_until = null, failed_at = ${now}, error = ${failure.slice(0, WORDS_MOST)}
              where lease = ${lease}`,
    );
  }

  /** The numbers among these whose mails need nothing more, and where each belongs. */
  async settled(
    mailbox: string,
    validity: bigint,
    uids: readonly number[],
  ): Promise<Map<number, InboxState>> {
    const rows = await this.database.rows<{ uid: number; state: InboxState }>(sql`
      select uid::float8 as uid, state from inbox_mail
      where mailbox = ${mailbox} and uid_validity = ${String(validity)}::bigint and uid = any(${[...uids]}::bigint[]) and state <> 'TRYING'`);
    return new Map(rows.map((it) => [it.uid, it.state]));
  }

  /**
   * Counts the try before it is made, so that a mail that ends the process is counted too. A mail that was there before,
   * under whatever number, is the same row.
   */
  begin(place: MailNumber, head: MailHead, raw: Buffer | null): Promise<BegunMail> {
    return this.database.write(systemViewer, 'inbox.begin', async (tx) => {
      // The server did not hand it out before: it stood under its number alone.
      await rowsIn(
        tx,
        sql`delete from inbox_mail where mailbox = ${place.mailbox} and uid_validity = ${String(place.validity)}::bigint
              and uid = ${place.uid}::bigint and state = 'TRYING' and fingerprint <> ${head.fingerprint} returning id`,
      );
      const begun = await oneIn<BegunMail>(
        tx,
        sql`insert into inbox_mail (id, fingerprint, mailbox, uid_validity, uid, message_id, from_name, from_mail, subject, sent_at, taken_at, raw, attempts, state)
            values (${newId()}::uuid, ${head.fingerprint}, ${place.mailbox}, ${String(place.validity)}::bigint, ${place.uid}::bigint, ${head.messageId},
              ${head.fromName}, ${head.fromMail}, ${head.subject}, ${head.sentAt}::timestamptz, ${this.clock.now()}::timestamptz, ${raw}::bytea, 1, 'TRYING')
            on conflict (fingerprint) do update set attempts = inbox_mail.attempts + 1 where inbox_mail.state = 'TRYING'
            returning id, state, attempts`,
      );
      if (begun) return begun;
      const there = await oneIn<BegunMail>(
        tx,
        sql`select id, state, attempts from inbox_mail where fingerprint = ${head.fingerprint}`,
      );
      if (!there) throw new Error('A mail that is there cannot be found.');
      return there;
    });
  }

  /** After its last try it is set aside; answers whether that is so now. */
  failed(id: string, error: unknown): Promise<boolean> {
    const words = (error instanceof Error ? error.message : String(error)).slice(0, WORDS_MOST);
    const now = this.clock.now();
    return this.database.write(systemViewer, 'inbox.failed', async (tx) => {
      const [row] = await rowsIn<{ state: InboxState }>(
        tx,
        sql`update inbox_mail set error = ${words},
              state = case when attempts >= ${INBOX_TRIES} then 'SET_ASIDE' else state end,
              settled_at = case when attempts >= ${INBOX_TRIES} then ${now}::timestamptz end
            where id = ${id} and state = 'TRYING' returning state`,
      );
      return row?.state === 'SET_ASIDE';
    });
  }

  /** Bytes nobody decides about any more, and after two years everything. */
  async sweep(): Promise<void> {
    const now = this.clock.now();
    await this.database.write(systemViewer, 'inbox.sweep', async (tx) => {
      await rowsIn(
        tx,
        sql`update inbox_mail set raw = null where raw is not null and settled_at < ${new Date(now.getTime() - RAW_DAYS * DAY_MS)} and state <> 'SET_ASIDE'`,
      );
      await rowsIn(
        tx,
        sql`delete from inbox_mail where settled_at < ${now}::timestamptz - interval '24 months'`,
      );
      await rowsIn(
        tx,
        sql`delete from bounced_address where reported_at < ${now}::timestamptz - interval '24 months'`,
      );
    });
  }

  private leaseEnd(): Date {
    return new Date(this.clock.now().getTime() + LEASE_MS);
  }
}
