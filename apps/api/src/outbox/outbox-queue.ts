import { Injectable } from '@nestjs/common';
import sql, { empty, type Sql } from 'sql-template-tag';
import { systemViewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { rowsIn } from '../database/rows';

/** How long a claim holds without a sign of life; a worker renews it while the server is slow. */
const LEASE_SECONDS = 90;

export interface ClaimedMail {
  id: string;
  envelopeFrom: string;
  toAddress: string;
  attempts: number;
  /** The message byte for byte, or else the letter it is a copy of. */
  raw: Buffer | null;
  letterId: string | null;
  messageId: string;
  toName: string;
  words: Record<string, string> | null;
  createdAt: Date;
}

/** Bytes and words go once a mail left or cannot leave any more; the proof that it did stays. */
const EMPTIED = sql`raw = null, letter_id = null, words = null`;

const DUE = sql`mail.state = 'QUEUED' and not exists (
  select 1 from outbox_message earlier
  where earlier.order_key = mail.order_key and earlier.position < mail.position and earlier.state in ('QUEUED', 'SENDING'))`;

/** The rows as a queue: any number of workers on any number of machines take from it. */
@Injectable()
export class OutboxQueue {
  /** Names this process in its claims. */
  private readonly owner = newId();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Whether anything waits for a worker that could take it now; one cheap look, no transaction. */
  async hasWork(): Promise<boolean> {
    const now = this.clock.now();
    const row = await this.database.one<{ work: boolean }>(sql`
      select exists (select 1 from outbox_message mail where ${DUE} and not_before <= ${now})
          or exists (select 1 from outbox_message where state = 'SENDING' and lease_until < ${now}) as work`);
    return row?.work ?? false;
  }

  /** Claims whose worker gave no sign of life: it was killed, its mail goes back into the queue. */
  async releaseExpired(): Promise<number> {
    const now = this.clock.now();
    const rows = await this.change(
      'outbox.release',
      sql`update outbox_message set state = 'QUEUED', lease_owner = null, lease_until = null
          where id in (select id from outbox_message where state = 'SENDING' and lease_until < ${now} for update skip locked)
          returning id`,
    );
    return rows.length;
  }

  /** Lets due mails stay in the house: all of them, or those to addresses that belong to nobody. */
  async hold(which: 'all' | 'demo', reason: string, erase: boolean): Promise<number> {
    const now = this.clock.now();
    const rows = await this.change(
      'outbox.hold',
      sql`update outbox_message set state = 'HELD', last_error = ${reason}, ${EMPTIED}, settled_at = ${now}${erase ? sql`, preview = null` : empty}
          where id in (select id from outbox_message mail where state = 'QUEUED' and not_before <= ${now}
                       ${which === 'demo' ? sql`and demo_address` : empty} for update skip locked)
          returning id`,
    );
    return rows.length;
  }

  /** The next mail that may leave, and nobody else's until the lease ends. */
  async claim(): Promise<ClaimedMail | null> {
    const now = this.clock.now();
    const [mail] = await this.change<ClaimedMail>(
      'outbox.claim',
      sql`update outbox_message set state = 'SENDING', attempts = attempts + 1, last_attempt_at = ${now},
                 lease_owner = ${this.owner}, lease_until = ${this.leaseEnd()}
          where id = (select id from outbox_message mail where ${DUE} and not demo_address and not_before <= ${now}
                      order by not_before, position limit 1 for update skip locked)
          returning id, envelope_from as "envelopeFrom", to_address as "toAddress", attempts, raw, letter_id as "letterId",
                    message_id as "messageId", to_name as "toName", words, created_at as "createdAt"`,
    );
    return mail ?? null;
  }

  async renew(id: string): Promise<void> {
    await this.change(
      'outbox.renew',
      sql`update outbox_message set lease_until = ${this.leaseEnd()} where ${this.mine(id)} returning id`,
    );
  }

  /** Also where the lease was lost meanwhile: the server has the mail, a second copy helps nobody. */
  async sent(id: string): Promise<void> {
    await this.change(
      'outbox.sent',
      sql`update outbox_message set state = 'SENT', settled_at = ${this.clock.now()}, ${EMPTIED}, preview = null, last_error = '',
                 lease_owner = null, lease_until = null
          where id = ${id} and state in ('QUEUED', 'SENDING') returning id`,
    );
  }

  async refused(id: string, reason: string): Promise<void> {
    await this.change(
      'outbox.refused',
      sql`update outbox_message set state = 'REFUSED', settled_at = ${this.clock.now()}, ${EMPTIED}, preview = null,
                 last_error = ${reason}, lease_owner = null, lease_until = null
          where ${this.mine(id)} returning id`,
    );
  }

  async later(id: string, next: Date, reason: string): Promise<void> {
    await this.change(
      'outbox.later',
      sql`update outbox_message set state = 'QUEUED', not_before = ${next}, last_error = ${reason}, lease_owner = null, lease_until = null
          where ${this.mine(id)} returning id`,
    );
  }

  /** Nothing was said about this mail: it goes back as if it had not been tried. */
  async giveBack(id: string, reason: string): Promise<void> {
    await this.change(
      'outbox.give-back',
      sql`update outbox_message set state = 'QUEUED', attempts = attempts - 1, last_error = ${reason}, lease_owner = null, lease_until = null
          where ${this.mine(id)} returning id`,
    );
  }

  /** Texts kept for the mailbox page end with the first start that has a mail server. */
  async erasePreviews(): Promise<void> {
    await this.change(
      'outbox.erase',
      sql`update outbox_message set preview = null where preview is not null returning id`,
    );
  }

  /** The proof that a mail went out is kept as long as the contribution says. */
  async sweep(): Promise<number> {
    const rows = await this.change(
      'outbox.sweep',
      sql`delete from outbox_message where settled_at < ${this.clock.now()}::timestamptz - interval '24 months' returning id`,
    );
    return rows.length;
  }

  private mine(id: string): Sql {
    return sql`id = ${id} and state = 'SENDING' and lease_owner = ${this.owner}`;
  }

  private leaseEnd(): Date {
    return new Date(this.clock.now().getTime() + LEASE_SECONDS * 1000);
  }

  private change<Row extends object = { id: string }>(useCase: string, statement: Sql): Promise<Row[]> {
    return this.database.write(systemViewer, useCase, (tx) => rowsIn<Row>(tx, statement));
  }
}
