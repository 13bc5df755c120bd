import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { normaliseMail } from '@runder-tisch/domain/addresses';
import { oneIn, rowsIn } from '../../database/rows';

/** What mail servers and people sent back to single mails of ours. */
@Injectable()
export class ReturnedMails {
  /**
   * A server reports that a mail of ours (by its id) did not arrive. Noted at that very mail, as if it had been refused
   * at once. Answers its address; null where the mail is not ours or the report speaks of other addresses.
   */
  async bounced(
    tx: EntityManager,
    mailId: string,
    { mails, says, at }: { mails: readonly string[]; says: string; at: Date },
  ): Promise<string | null> {
    const sent = await oneIn<{ address: string }>(
      tx,
      sql`select to_address as address from outbox_message where id = ${mailId} and state in ('SENT', 'REFUSED') for update`,
    );
    const mail = sent ? normaliseMail(sent.address) : '';
    if (!sent || (mails.length > 0 && !mails.some((it) => normaliseMail(it) === mail))) return null;
    await rowsIn(
      tx,
      sql`update outbox_message set state = 'REFUSED', bounced_at = coalesce(bounced_at, ${at}),
            last_error = case when state = 'SENT' then ${says} else last_error end where id = ${mailId}`,
    );
    return mail;
  }

  /** Somebody wrote back to this mail; the first time counts. */
  async answered(tx: EntityManager, mailId: string, at: Date): Promise<void> {
    await rowsIn(
      tx,
      sql`update outbox_message set answered_at = ${at} where id = ${mailId} and answered_at is null`,
    );
  }
}
