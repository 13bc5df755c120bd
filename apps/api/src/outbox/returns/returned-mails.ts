import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { normaliseMail } from '@runder-tisch/domain/addresses';
import { oneIn, rowsIn } from '../../database/rows';

interface Report {
  says: string;
  at: Date;
}

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
    { mails, says, at }: Report & { mails: readonly string[] },
  ): Promise<string | null> {
    const sent = await oneIn<{ address: string }>(
      tx,
      sql`select to_address as address from outbox_message where id = ${mailId} and state in ('SENT', 'REFUSED') for update`,
    );
    const mail = sent ? normaliseMail(sent.address) : '';
    if (!sent || (mails.length > 0 && !mails.some((it) => normaliseMail(it) === mail))) return null;
    await refuse(tx, mailId, { says, at });
    return mail;
  }

  /**
   * A report that names a person and no mail: noted at the last mail about this object that was there before the report.
   * Answers whether there is one.
   */
  async bouncedAbout(
    tx: EntityManager,
    { objectKind, objectId }: { objectKind: string; objectId: string },
    report: Report,
  ): Promise<boolean> {
    const last = await oneIn<{ id: string }>(
      tx,
      sql`select id from outbox_message
          where object_kind = ${objectKind} and object_id = ${objectId} and state in ('SENT', 'REFUSED')
          order by created_at <= ${report.at} desc, position desc limit 1 for update`,
    );
    if (last) await refuse(tx, last.id, report);
    return last !== undefined;
  }

  /** Somebody wrote back to this mail; the first time counts. */
  async answered(tx: EntityManager, mailId: string, at: Date): Promise<void> {
    await rowsIn(
      tx,
      sql`update outbox_message set answered_at = ${at} where id = ${mailId} and answered_at is null`,
    );
  }
}

/** The same report changes nothing a second time, and the reason of a mail refused at once stays. */
async function refuse(tx: EntityManager, mailId: string, { says, at }: Report): Promise<void> {
  await rowsIn(
    tx,
    sql`update outbox_message set state = 'REFUSED', bounced_at = coalesce(bounced_at, ${at}),
          last_error = case when state = 'SENT' then ${says} else last_error end where id = ${mailId}`,
  );
}
